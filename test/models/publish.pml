/*
 * One person's copy of a workspace and the shared folder that it publishes to, with crashes between any two steps, backups
 * that are put back, a program that copies the folder's files in any order and half at first, and a colleague who reads.
 *
 * Held: no step that anybody may have seen is ever given another content under its name (life, number).
 *
 * What a file is compared with when it is opened, before anything is written:
 *   TOKEN   what the installation remembers outside of it: number and content of its last published step
 *   HASH    with TOKEN: that content too, not only the number
 *   FOLDER  what the folder has under the file's own name
 * LATE: the installation remembers only after publishing. Variants without a sign, and LATE, must find the fork.
 */
#ifndef TOKEN
#define TOKEN 1
#endif
#ifndef HASH
#define HASH 1
#endif
#ifndef FOLDER
#define FOLDER 1
#endif
#ifndef LATE
#define LATE 0
#endif

#define STEPS 2
#define LIVES 3
#define SIZE 9               /* LIVES * (STEPS + 1); number 0 is nobody's */
#define AT(l, n) ((l) * (STEPS + 1) + (n))
#define HALF 100
#define EDITS 3
#define BACKUPS 2
#define RESTORES 2

byte made = 0;               /* every edit is another one: 1, 2, 3, ... */

byte file[SIZE];             /* the workspace file: content by life and number */
byte length[LIVES];
byte life = 0;
byte lives = 1;              /* names are random: none is ever given twice */

byte kept[18];               /* two backups of it */
byte keptLength[6];
byte keptLife[BACKUPS];
byte backups = 0;
byte restores = 0;

byte token[LIVES];           /* outside the file: the last number, and what it was */
byte tokenIs[LIVES];

byte folder[SIZE];           /* on the writer's computer */
byte view[SIZE];             /* on the reader's */
byte taken[SIZE];
byte takenLength[LIVES];

inline backUp(b) {
  d_step {
    byte i = 0;
    do :: i < SIZE -> kept[b * SIZE + i] = file[i]; i++ :: else -> break od;
    i = 0;
    do :: i < LIVES -> keptLength[b * LIVES + i] = length[i]; i++ :: else -> break od;
    keptLife[b] = life;
    backups++;
    i = 0
  }
}

inline putBack(b) {
  d_step {
    byte j = 0;
    do :: j < SIZE -> file[j] = kept[b * SIZE + j]; j++ :: else -> break od;
    j = 0;
    do :: j < LIVES -> length[j] = keptLength[b * LIVES + j]; j++ :: else -> break od;
    life = keptLife[b];
    restores++;
    j = 0
  }
}

#define TOKEN_SIGN (TOKEN && (token[life] > length[life] || (HASH && token[life] > 0 && file[AT(life, token[life])] != tokenIs[life])))
#define FOLDER_SIGN (FOLDER && length[life] < STEPS && folder[AT(life, length[life] + 1)] != 0)

/* Lost work comes back from the folder under the old name; what is written from now on has a new one. */
inline beginNewLife() {
  d_step {
    n = length[life] + 1;
    do
    :: n <= STEPS && folder[AT(life, n)] != 0 -> file[AT(life, n)] = folder[AT(life, n)]; length[life] = n; n++
    :: else -> break
    od;
    n = 0;
    life = lives;
    lives++
  }
}

active proctype Writer() {
  byte n = 0;
  byte to = 0;
closed:
  do
  :: backups < BACKUPS -> backUp(backups)
  :: restores < RESTORES && backups > 0 -> putBack(0)
  :: restores < RESTORES && backups > 1 -> putBack(1)
  :: break
  od;
  /* Opening: nothing is written before the signs were looked at. No more lives than the model has. */
  if
  :: (TOKEN_SIGN || FOLDER_SIGN) && lives < LIVES -> beginNewLife()
  :: (TOKEN_SIGN || FOLDER_SIGN) && lives >= LIVES -> goto done
  :: else -> skip
  fi;
open:
  do
  :: made < EDITS && length[life] < STEPS ->
       d_step { made++; length[life] = length[life] + 1; file[AT(life, length[life])] = made }
  :: goto closed                                                       /* closed, or crashed */
  :: length[life] > 0 ->
       to = length[life];
       if
       :: !LATE -> d_step { token[life] = to; tokenIs[life] = file[AT(life, to)] }
       :: else -> skip
       fi;
       n = 1;
       do
       :: n <= to ->
            atomic {
              assert(folder[AT(life, n)] == 0 || folder[AT(life, n)] == file[AT(life, n)]);
              folder[AT(life, n)] = file[AT(life, n)];
              n++
            }
       :: n <= to -> n = 0; to = 0; goto closed                        /* crashed between two files */
       :: n > to -> break
       od;
       if
       :: LATE -> d_step { token[life] = to; tokenIs[life] = file[AT(life, to)] }
       :: LATE -> n = 0; to = 0; goto closed                           /* crashed before it was remembered */
       :: !LATE -> skip
       fi;
       n = 0;
       to = 0
  :: made == EDITS -> break
  od;
done:
  skip
}

active proctype Replicator() {
  byte i = 0;
end:
  do
  :: atomic {
       i = 1;
       do :: i < SIZE - 1 -> i++ :: break od;
       if
       :: folder[i] != 0 && view[i] == 0 -> view[i] = HALF
       :: folder[i] != 0 && view[i] == HALF -> view[i] = folder[i]
       :: else -> skip
       fi;
       i = 0
     }
  od
}

active proctype Reader() {
  byte l = 0;
end:
  do
  :: atomic {
       if :: l = 0 :: l = 1 :: l = 2 fi;
       if
       :: takenLength[l] < STEPS && view[AT(l, takenLength[l] + 1)] != 0 && view[AT(l, takenLength[l] + 1)] != HALF ->
            takenLength[l] = takenLength[l] + 1;
            taken[AT(l, takenLength[l])] = view[AT(l, takenLength[l])]
       :: else -> skip
       fi;
       l = 0
     }
  od
}
