#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# Draws the PNG icons from src/icons/mark.svg with headless Chromium. Run after the mark changed, and commit what it made.
set -euo pipefail
cd "$(dirname "$0")/../src/icons"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 16 24 32 48 128; do
  printf '<!doctype html><style>body{margin:0;background:transparent}img{display:block;width:%spx;height:%spx}</style><img src="file://%s/mark.svg">' \
    "$size" "$size" "$PWD" >"$work/page.html"
  chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
    --allow-file-access-from-files --default-background-color=00000000 --force-device-scale-factor=1 \
    --window-size=400,400 --screenshot="$work/shot.png" "file://$work/page.html" >/dev/null 2>&1
  # A window may not be as small as an icon: the corner is cut out.
  convert "$work/shot.png" -crop "${size}x${size}+0+0" +repage -strip "PNG32:mark-$size.png"
done
