/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The PIN pad: a person who enters through files. */
#ifndef OBNOVA_PAD_H
#define OBNOVA_PAD_H

#include "module.h"

struct pin {
  char text[PIN_SIZE];
  CK_ULONG length;
};

/* Waits for the person, lets others work meanwhile; `fresh` is taken for a change of PIN. */
CK_RV pad_ask(struct slot *slot, const char *asked, struct pin *pin, struct pin *fresh);

#endif
