// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** An event as the extension APIs have them. */
export class FakeEvent {
  /** @type {Set<(...values: any[]) => void>} */ #listeners = new Set();

  /** @param {(...values: any[]) => void} listener */
  addListener(listener) {
    this.#listeners.add(listener);
  }

  /** @param {...any} values */
  emit(...values) {
    for (const listener of [...this.#listeners]) listener(...values);
  }
}

/** One end of a port. Messages are copied as JSON, arrive later and in order; whoever closes a port hears nothing of it himself. */
export class FakePort {
  onMessage = new FakeEvent();
  onDisconnect = new FakeEvent();
  connected = true;
  /** @type {FakePort | undefined} */ peer;
  /** @type {{message: string} | undefined} Firefox's reason of an end */ error;

  /**
   * @param {string} name
   * @param {any} [sender]
   */
  constructor(name, sender) {
    this.name = name;
    this.sender = sender;
  }

  /** @param {any} message */
  postMessage(message) {
    if (!this.connected) throw new Error('Attempting to use a disconnected port object');
    const copy = JSON.parse(JSON.stringify(message));
    queueMicrotask(() => {
      if (this.peer?.connected) this.peer.onMessage.emit(copy, this.peer);
    });
  }

  disconnect() {
    if (!this.connected) return;
    this.connected = false;
    queueMicrotask(() => this.peer?.endedByPeer());
  }

  endedByPeer() {
    if (!this.connected) return;
    this.connected = false;
    this.onDisconnect.emit(this);
  }
}

/**
 * @param {string} name
 * @param {any} [sender] what the far end hears of the near one
 * @returns {{near: FakePort, far: FakePort}}
 */
export function portPair(name, sender) {
  const near = new FakePort(name);
  const far = new FakePort(name, sender);
  near.peer = far;
  far.peer = near;
  return {near, far};
}
