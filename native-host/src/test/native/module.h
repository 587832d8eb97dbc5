/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0

   What the parts of the test token share. A file per concern; what each offers stands under its name here. */
#ifndef OBNOVA_MODULE_H
#define OBNOVA_MODULE_H

#include <limits.h>
#include <p11-kit/pkcs11.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "functions.h"

/* Constants of Rutoken, of its published headers (base NSSCK_VENDOR_PKCS11_RU_TEAM 0xD4321000). */
#define CKK_GOSTR3410_512 0xD4321003UL
#define CKM_GOSTR3410_512_KEY_PAIR_GEN 0xD4321005UL
#define CKM_GOSTR3410_512 0xD4321006UL
#define CKM_GOSTR3410_WITH_GOSTR3411_12_256 0xD4321008UL
#define CKM_GOSTR3410_WITH_GOSTR3411_12_512 0xD4321009UL
#define CKM_GOSTR3411_12_256 0xD4321012UL
#define CKM_GOSTR3411_12_512 0xD4321013UL
#define CKA_VENDOR_KEY_JOURNAL 0x80002002UL
#define CKA_VENDOR_KEY_CONFIRM_BY_TOUCH 0x80002003UL

#define NAME_SIZE 64
#define PIN_SIZE 64
#define SLOTS_MOST 16

/* files.c: key=value files and durable writes. */
struct stamp {
  dev_t device;
  ino_t inode;
  off_t size;
  int64_t changed;
};
enum kind { TEXT, NUMBER, YES, MILLISECONDS, VERSION, CHOICE, SET };
struct setting {
  const char *key;
  enum kind kind;
  size_t offset;
  size_t size;         /* of TEXT */
  const char *choices; /* of CHOICE and SET, with commas */
};
struct stamp stamp_of(const char *path); /* zeros when there is no such file */
bool same_stamp(struct stamp a, struct stamp b);
bool settings_read(const char *path, const struct setting *table, void *into,
                   bool (*other)(void *into, const char *key, const char *value));
char *file_read(const char *path); /* ended with a zero, freed by the caller; NULL: cannot be read */
bool file_write(const char *path, const char *text);

/* cabinet.c: the folder and its config. */
struct cabinet {
  char folder[PATH_MAX - 256];
  struct stamp stamp;
  unsigned long slots;
  char slot_description[NAME_SIZE];
  char library[33];
  unsigned long events; /* EVENTS_* */
  bool threads, prints, durable, log;
  unsigned long latency;
  long latencies[FUNCTION_COUNT]; /* -1: as latency */
  bool uncounted[FUNCTION_COUNT];
};
enum { EVENTS_YES, EVENTS_NO, EVENTS_POLL };
extern struct cabinet cabinet;
bool cabinet_read(void); /* again, if it changed; false: an unknown key */
void cabinet_path(char *into, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *function_name(enum function function);
int function_named(const char *name, size_t length); /* -1: none */

/* shared.c: what all processes share: the lock, counters, faults, the log. */
enum action { NONE, ANSWER, HANG, CRASH, PULL };
struct fault {
  enum action action;
  bool late;
  CK_RV answer;
};
bool shared_lock(void);
void shared_unlock(void);
void shared_close(void);
uint64_t shared_count(enum function function, struct fault *fault); /* the call's number */
void shared_log(uint64_t number, enum function function, const char *result, bool fault);
uint64_t shared_generation(void);
void shared_changed(void);
uint64_t shared_next_object(uint64_t least);

/* call.c: what happens around each call. */
struct call {
  enum function function;
  long slot; /* -1: none */
  uint64_t number;
  struct fault fault;
  bool locked, counted;
};
extern bool initialized;
CK_RV call_begin(struct call *call, enum function function, long slot);
CK_RV call_end(struct call *call, CK_RV answer);
void call_release(void); /* lets others work while this call waits */
void call_resume(void);
void call_owned(void); /* by this process, not its children */
#define NOWHERE (-1L)
#define IN_SLOT(id) ((id) < SLOTS_MOST ? (long)(id) : -1L)
#define IN_SESSION(handle) ((long)((handle) >> 24) - 1)
#define CALL(name, where, work)                                                                                        \
  do {                                                                                                                 \
    struct call this_call;                                                                                             \
    CK_RV answer = call_begin(&this_call, FUNCTION_##name, where);                                                     \
    if (answer == CKR_OK) answer = (work);                                                                             \
    return call_end(&this_call, answer);                                                                               \
  } while (0)

/* token.c: a token's config and PINs. */
enum { GOST256 = 1, GOST512 = 2, WITH_EC = 4, WITH_RSA = 8 };
enum { ACTIVE, PASSIVE };
enum { TEMPLATES_STANDARD, TEMPLATES_RUTOKEN };
enum { SAFETY_TOLD, SAFETY_OWN, SAFETY_NONE, SAFETY_IGNORED };
enum { RANDOM_YES, RANDOM_NO_SEED, RANDOM_NO };
struct version {
  unsigned char major, minor;
};
struct token {
  char name[NAME_SIZE];
  struct stamp stamp;
  char label[65], manufacturer[65], model[33], serial[33];
  struct version hardware, firmware;
  unsigned long manner, algorithms, templates, random, key_safety;
  unsigned long pin_min, pin_max;
  char pin_refused[NAME_SIZE], factory_pin[PIN_SIZE], factory_so_pin[PIN_SIZE];
  bool factory_pin_blocks, tells_tries, login_required, write_protected, pad, always_authenticate;
  unsigned long pad_wait;
  unsigned long object_size, memory, sessions, latency;
};
struct pins {
  char user[PIN_SIZE], so[PIN_SIZE];
  unsigned long user_left, user_most, so_left, so_most;
};
bool token_read(struct token *token); /* again, if its config changed */
bool pins_read(const struct token *token, struct pins *pins);
bool pins_write(const struct token *token, const struct pins *pins);
CK_FLAGS pins_flags(const struct token *token, const struct pins *pins);
bool token_set_label(struct token *token, const char *label);

/* slot.c: slots and what is in them. */
struct slot {
  CK_SLOT_ID id;
  struct stamp stamp;
  bool present, event;
  struct token token;
  CK_USER_TYPE user; /* NOBODY, CKU_SO, CKU_USER */
  struct object *objects;
  uint64_t generation;
  struct stamp folder;
};
#define NOBODY ((CK_USER_TYPE)-1)
extern struct slot slots[SLOTS_MOST];
extern CK_ULONG slot_count;
void slots_open(void);
bool slots_refresh(void); /* false: a config cannot be read */
void slots_close(void);
void slot_pull(long slot);
CK_RV slot_at(CK_SLOT_ID id, struct slot **slot); /* with a token */

/* session.c */
struct operation {
  bool active;
  const struct mechanism *mechanism;
  void *key;    /* EVP_PKEY, its own reference */
  void *digest; /* EVP_MD_CTX of the digest or of a signature that digests */
  bool updated;
  bool authenticate, approved; /* needs a login of its own; had it */
};
struct session {
  CK_SESSION_HANDLE handle;
  struct slot *slot;
  CK_FLAGS flags;
  bool removed;
  bool finding;
  CK_OBJECT_HANDLE *found;
  CK_ULONG found_count, found_next;
  struct operation sign, verify, digest;
  struct session *next;
};
CK_RV session_at(CK_SESSION_HANDLE handle, struct session **session);
void sessions_removed(struct slot *slot); /* its token left */
void slot_logged_out(struct slot *slot); /* private things end */
void sessions_free(void);
bool session_writes(const struct session *session);
CK_ULONG sessions_of(const struct slot *slot, bool reading_only);
void operation_end(struct operation *operation);
CK_RV pin_blocks(const struct session *session); /* CKR_PIN_EXPIRED while the factory PIN blocks */

/* object.c: attributes in memory. */
struct object {
  CK_OBJECT_HANDLE handle;
  bool on_token;
  CK_SESSION_HANDLE owner; /* of a session object */
  CK_ATTRIBUTE *attributes;
  CK_ULONG count;
  void *key; /* EVP_PKEY once it was used */
  struct object *next;
};
struct object *object_new(void);
struct object *object_copy(const struct object *object);
void object_free(struct object *object);
void objects_free(struct object **list, CK_SESSION_HANDLE owner); /* 0: all; else that session's */
void objects_private_free(struct object **list);                  /* of sessions */
CK_ATTRIBUTE *object_get(const struct object *object, CK_ATTRIBUTE_TYPE type);
bool object_true(const struct object *object, CK_ATTRIBUTE_TYPE type);
CK_ULONG object_number(const struct object *object, CK_ATTRIBUTE_TYPE type);
bool object_set(struct object *object, CK_ATTRIBUTE_TYPE type, const void *value, CK_ULONG length);
bool object_set_true(struct object *object, CK_ATTRIBUTE_TYPE type, bool value);
bool object_set_number(struct object *object, CK_ATTRIBUTE_TYPE type, CK_ULONG value);
CK_ULONG object_size(const struct object *object);
bool object_visible(const struct session *session, const struct object *object);
struct object *object_at(const struct session *session, CK_OBJECT_HANDLE handle);

/* store.c: token objects on disk. */
bool store_refresh(struct slot *slot);
bool store_write(struct slot *slot, struct object *object); /* gives a new one its handle */
bool store_remove(struct slot *slot, struct object *object);
CK_ULONG store_used(const struct slot *slot, bool of_private);
CK_RV store_room(const struct slot *slot, const struct object *object, CK_ULONG freed);
CK_RV store_add(struct session *session, struct object *object); /* takes the object on success */

/* template.c: which attributes an object may have. */
enum making { CREATING, GENERATING, CHANGING, COPYING };
CK_RV template_apply(const struct session *session, struct object *object, const CK_ATTRIBUTE *attributes,
                     CK_ULONG count, enum making making);
CK_RV template_finish(const struct session *session, struct object *object, enum making making);
bool template_secret(const struct object *object, CK_ATTRIBUTE_TYPE type);

/* gost.c, key.c: keys on libcrypto. EVP_PKEY goes as void *, so that only these read its headers. */
bool gost_begin(void);
void gost_end(void);
const void *gost_digest(int octets);
CK_RV gost_generate(struct object *public_key, struct object *private_key, bool large, bool with_digest);
CK_RV gost_check(const struct object *object);
void *gost_key(const struct object *object);
void *gost_engine(void);
CK_RV key_check(const struct object *object); /* of one that is created */
CK_RV key_generate(CK_MECHANISM_TYPE mechanism, struct object *public_key, struct object *private_key, bool rutoken);
void *key_of(struct object *object);

/* mechanism.c */
struct mechanism {
  CK_MECHANISM_TYPE type;
  unsigned algorithm; /* GOST256, ...; 0: of any token with keys */
  CK_KEY_TYPE key_type;
  int digest; /* octets of Streebog or SHA-2; 0: the caller digests */
  CK_MECHANISM_INFO info;
};
const struct mechanism *mechanism_at(const struct token *token, CK_MECHANISM_TYPE type, CK_FLAGS flag);
const void *mechanism_digest(const struct mechanism *mechanism);

#endif
