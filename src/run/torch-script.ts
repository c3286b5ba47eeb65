import { TORCH_NETWORKS } from "./torch-networks.ts";

/** Trains torch's networks: one JSON question a line, one JSON answer a line. */
export const TORCH_SCRIPT = `
import json, os, sys
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy, torch
from torch import nn
from torch.nn import functional

# Equal seeds give equal numbers.
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)
${TORCH_NETWORKS}
FEW = 12
FOLDS = 3
MOST = 128

def inputs(batch, largest):
    x = torch.tensor(batch["x"], dtype=torch.float32) / largest
    return x.reshape(len(x), *batch["shape"])

def loss(kind, said, y):
    if kind.says_index:
        return functional.cross_entropy(said, y[:, 0])
    return functional.binary_cross_entropy_with_logits(said, y.float())

# The first index on a tie.
def decide(kind, said):
    return said.numpy().argmax(axis=1)[:, None] if kind.says_index else (said > 0).int().numpy()

# Where there are many samples of a size, each round goes on after those of the last one.
def part(x, y, turn):
    if len(x) <= MOST:
        return x, y
    places = (turn * MOST + torch.arange(MOST)) % len(x)
    return x[places], y[places]

def trained(kind, option, shown, rounds, seed):
    torch.manual_seed(seed)
    network = kind.make(*shown[0], option)
    updates = rounds * len(shown)
    optimizer = torch.optim.Adam(network.parameters(), lr=kind.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda update: 1 - update / updates)
    for update in range(updates):
        x, y = part(*shown[update % len(shown)], update // len(shown))
        optimizer.zero_grad(set_to_none=True)
        loss(kind, network(x), y).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1)
        optimizer.step()
        schedule.step()
    return network.eval()

# Every third sample of each size is held back, then the next ones.
def count_right(kind, option, shown, seed):
    right = 0
    for fold in range(FOLDS):
        train, test = [], []
        for x, y in shown:
            held = torch.arange(len(x)) % FOLDS == fold
            train.append((x[~held], y[~held]))
            test.append((x[held], y[held]))
        network = trained(kind, option, train, kind.rounds, seed)
        with torch.no_grad():
            right += sum((decide(kind, network(x)) == y.numpy()).sum() for x, y in test)
    return right

def choose(kind, shown, question):
    if question["isQuick"] or sum(len(x) for x, _ in shown) < FEW:
        return kind.grid[0]
    counts = []
    for option in kind.grid:
        counts.append(count_right(kind, option, shown, question["seed"]))
        # The first of the best is taken: after this one none can be better.
        if counts[-1] == sum(y.numel() for _, y in shown):
            break
    return kind.grid[counts.index(max(counts))]

def score(kind, network, test, largest):
    given = inputs(test, largest)
    steps = []
    for _ in range(test.get("steps", 1)):
        with torch.no_grad():
            answers = decide(kind, network(given))
        steps.append(answers)
        if "steps" in test:
            given = torch.tensor(answers, dtype=torch.float32).reshape(given.shape)
    right = numpy.concatenate(steps) == numpy.array(test["y"])
    return {"cells": float(right.mean()), "samples": float(right.all(axis=1).mean())}

def answer(question):
    kind = KINDS[question["kind"]]
    largest = max(max(map(max, batch["x"])) for batch in question["shown"]) or 1
    shown = [(inputs(batch, largest), torch.tensor(batch["y"])) for batch in question["shown"]]
    rounds = kind.rounds // 2 if question["isQuick"] else kind.rounds
    network = trained(kind, choose(kind, shown, question), shown, rounds, question["seed"])
    return [score(kind, network, test, largest) for test in question["tests"]]

print(torch.__version__, flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
`;
