# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
"""Prints role, name, description and whether it takes the keyboard of all that a screen reader sees, one a line, divided by tabs."""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def walk(node):
    focusable = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
    parts = [node.get_role_name(), node.get_name(), node.get_description(), str(focusable)]
    print("\t".join((part or "").replace("\t", " ").replace("\n", " ") for part in parts))
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            walk(child)


desktop = Atspi.get_desktop(0)
for number in range(desktop.get_child_count()):
    walk(desktop.get_child_at_index(number))
