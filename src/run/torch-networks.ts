/** Networks that share their weights, in Python: what they are given, and a small grid of each. */
export const TORCH_NETWORKS = `
# Convolutions look around every cell of a ring or torus alike, then all cells are treated alike.
def cells(convolution, kernel):
    around = {"kernel_size": kernel, "padding": kernel // 2, "padding_mode": "circular"}
    return nn.Sequential(
        convolution(1, 32, **around), nn.ReLU(),
        convolution(32, 32, 1), nn.ReLU(),
        convolution(32, 1, 1), nn.Flatten(),
    )

# Whether a pattern is anywhere, or how often: (samples, 1, rows, columns) -> (samples, 1).
class Picture(nn.Module):
    def __init__(self, kernel, pool):
        super().__init__()
        self.pool = pool
        self.patterns = nn.Sequential(
            nn.Conv2d(1, 8, kernel, padding=kernel // 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 8, kernel, padding=kernel // 2), nn.ReLU(),
        )
        self.out = nn.Linear(8, 1)
    def forward(self, x):
        return self.out(self.pool(self.patterns(x), dim=(2, 3)))

# Reads a place of all arrays at a time: (samples, arrays, length) -> (samples, outputs).
# Says one thing at the end, or one at each place and one more after the last.
class Sequence(nn.Module):
    def __init__(self, hidden, arrays, says_all, flips=False):
        super().__init__()
        self.says_all, self.flips = says_all, flips
        self.read = nn.GRU(arrays, hidden, batch_first=True)
        self.out = nn.Linear(hidden, 1)
    def forward(self, x):
        x = x.flip(2) if self.flips else x
        x = functional.pad(x, (0, 1)) if self.says_all else x
        states, _ = self.read(x.transpose(1, 2))
        return self.out(states if self.says_all else states[:, -1:]).squeeze(2)

# Every element gets a score, all by the same layers: (samples, 1, length) -> (samples, length).
class Elements(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.score = nn.Sequential(nn.Linear(1, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    def forward(self, x):
        return self.score(x.transpose(1, 2)).squeeze(2)

# The functions of two bits a and b, of 0 and 1 in between, too, as what stands before 1, a, b and ab: (16, 4).
def gate_functions():
    says = torch.tensor([[k >> bit & 1 for bit in range(4)] for k in range(16)], dtype=torch.float32)
    both_0, only_a, only_b, both_1 = says.T
    both = both_1 - only_a - only_b + both_0
    return torch.stack([both_0, only_a - both_0, only_b - both_0, both], dim=1)

GATES = gate_functions()
MANY_GATES = 256
VOTES = 10

# Layers of gates, each wired to two of the layer before at random, which learn what they compute; one half of the
# last votes for 1, the other for 0: (samples, ...) -> (samples, 1). Source: Petersen et al., Deep Differentiable Logic
# Gate Networks, 2022. While it learns, a gate is all 16 functions by their shares, then the largest alone.
class LogicGates(nn.Module):
    def __init__(self, inputs, depth):
        super().__init__()
        sizes = [inputs] + [MANY_GATES] * (depth - 1)
        self.wires = [self.wired(size) for size in sizes]
        self.choices = nn.ParameterList(
            [nn.Parameter(torch.randn(MANY_GATES, len(GATES))) for _ in sizes]
        )
    # Every output is read about as often as the others.
    def wired(self, size):
        rounds = 2 * MANY_GATES // size + 1
        ends = torch.cat([torch.randperm(size) for _ in range(rounds)])[: 2 * MANY_GATES]
        return ends[torch.randperm(len(ends))].reshape(2, MANY_GATES)
    def shares(self, choice):
        if self.training:
            return functional.softmax(choice, dim=1)
        return functional.one_hot(choice.argmax(dim=1), len(GATES)).float()
    def forward(self, x):
        x = x.flatten(1).T
        for (first, second), choice in zip(self.wires, self.choices):
            a, b = x[first], x[second]
            always, of_a, of_b, both = (self.shares(choice) @ GATES).T[:, :, None]
            x = always + of_a * a + of_b * b + both * a * b
        ones, zeros = x.chunk(2)
        return ((ones.sum(dim=0) - zeros.sum(dim=0)) / VOTES)[:, None]

# What is trained: a grid of options, the first of which is taken where there are few samples, and what makes a
# network of one of them for samples like x and y. A round is one update for each size that is shown.
class Kind:
    def __init__(self, make, grid, rate, rounds=300, says_index=False):
        self.make, self.grid, self.says_index = make, grid, says_index
        self.rate, self.rounds = rate, rounds

def sequence(x, y, hidden, **options):
    return Sequence(hidden, x.shape[1], says_all=y.shape[1] > 1, **options)

KINDS = {
    "ring": Kind(lambda x, y, kernel: cells(nn.Conv1d, kernel), [3, 5], rate=0.03),
    "torus": Kind(lambda x, y, kernel: cells(nn.Conv2d, kernel), [3, 5], rate=0.01, rounds=600),
    "picture": Kind(
        lambda x, y, option: Picture(*option),
        [(5, torch.amax), (3, torch.amax), (5, torch.mean)],
        rate=0.01,
        rounds=100,
    ),
    "sequence": Kind(sequence, [8, 16], rate=0.03),
    "sequence from its end": Kind(
        lambda x, y, hidden: sequence(x, y, hidden, flips=True), [8, 16], rate=0.03
    ),
    "elements": Kind(lambda x, y, hidden: Elements(hidden), [16, 32], rate=0.03, says_index=True),
    "gates": Kind(lambda x, y, depth: LogicGates(x[0].numel(), depth), [6, 4], rate=0.03, rounds=500),
}
`;
