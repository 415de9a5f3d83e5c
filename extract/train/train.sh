#!/bin/sh
# train.sh CORPORA MODEL: the two stages the shipped reading model was made with (README.md).
set -eu
[ $# -eq 2 ] || { echo "usage: $0 CORPORA MODEL" >&2; exit 2; }
train=${ENTENTE_TRAIN:-build/extract/train/entente-train}

# Trees and names together from a fresh start, then on from there with a small rate and more weight on names.
"$train" "$1" "$2.first" --epochs 14 --hidden 160
"$train" "$1" "$2" --resume "$2.first" --epochs 5 --rate 0.001 --tagged-share 0
