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
}
`;
