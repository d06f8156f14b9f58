using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Discrete times to one of several events: the likelihood, and a price for those that fail first with the lower
/// risk.
/// </summary>
/// <remarks>
/// <code>
/// L = α mean −ln(probability of what was seen) + (1 − α)/n² Σ over pairs and causes of e^((Fⱼ(tᵢ) − Fᵢ(tᵢ))/σ)
/// </code>
/// A softmax runs over all causes and intervals and a last outcome of logit 0. F is a cause's cumulative probability;
/// pairs are those where i failed of the cause at tᵢ and j was seen later, or censored at the same time. The sum over
/// pairs falls into products of sums over rows, so that time and memory are linear in the batch; that is why σ is not
/// below 0.02. Reference: C. Lee, W. R. Zame, J. Yoon, M. van der Schaar, "DeepHit: A Deep Learning Approach to
/// Survival Analysis with Competing Risks", AAAI 2018, doi:10.1609/aaai.v32i1.11842.
/// </remarks>
/// <param name="alpha">The share of the likelihood, 0 to 1; the rest is the ranking.</param>
/// <param name="sigma">How far apart two probabilities have to be, at least 0.02.</param>
public readonly struct DeepHitLoss(double alpha, double sigma) : IGraphLoss<DeepHitLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.2, Domain.Unit, "the share of the likelihood; the rest is the ranking");

    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 0.1, new Domain(0.02, double.PositiveInfinity, true, false),
        "how far apart two probabilities have to be");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "deephit",
        Title = "DeepHit",
        Use = "Times to one of several events in intervals, judged by who fails first.",
        Avoid = "Probabilities that are to be calibrated, which its ranking bends. Take pmf.",
        Reference = "C. Lee et al., DeepHit: A Deep Learning Approach to Survival Analysis with Competing Risks, 2018, "
            + "doi:10.1609/aaai.v32i1.11842",
        Latex =
            @"-\alpha \overline{\ln p} + \frac{1 - \alpha}{n^2} \sum_{t_i < t_j} e^{(F_j(t_i) - F_i(t_i)) / \sigma}",
        Names = new() { Chinese = "DeepHit 损失" },
        Translations =
        [
            new(
                "pycox.models.loss.DeepHitSingleLoss(alpha=0.2, sigma=0.1)",
                "deephit:alpha={alpha},sigma={sigma}",
                "neither has a default there; 1e-7 is added inside logarithms"),
        ],
        Tasks = LossTask.Survival,
        Parameters = [AlphaCard, SigmaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, m, k", "the logit of each cause in each interval")
        {
            IsDifferentiable = true,
        },
        new("interval", "j", InputKind.ClassNumber, "n", "the interval of the event, or of the last look")
        {
            Below = "k",
        },
        new("cause", "c", InputKind.Level, "n", "the cause of the event, 1 for the first; 0 where none was seen")
        {
            Below = "m",
        },
    ];

    /// <summary>The share of the likelihood.</summary>
    public double Alpha { get; } = AlphaCard.Bind(alpha).Value;

    /// <summary>How far apart two probabilities have to be.</summary>
    public double Sigma { get; } = SigmaCard.Bind(sigma).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs.Extent("n"), outcomes = inputs.Extent("m") * inputs.Extent("k");
        if (rows == 0)
        {
            return new(tape.Rent(new Shape(0)));
        }

        Tensor<T> never = tape.Rent(new Shape(rows, 1));
        never.Values.Clear();
        Tensor<T> all = tape.Concatenate(1, tape.Reshape(inputs["logit"], new Shape(rows, outcomes)), never);
        Tensor<T> some = tape.Add(all, Possible(tape, inputs));
        Tensor<T> likelihood = tape.Mean(tape.Subtract(tape.LogSumExp(all, [1]), tape.LogSumExp(some, [1])));
        Tensor<T> shares = tape.Slice(tape.Softmax(all, 1), 1, 0, outcomes);
        Tensor<T> ranking = tape.Scale(Ranking(tape, inputs, shares), (1 - Alpha) / ((double)rows * rows));
        return new(tape.Add(tape.Scale(likelihood, Alpha), ranking));
    }

    /// <summary>0 for outcomes that agree with what was seen, else far below any logit.</summary>
    private static Tensor<T> Possible<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int intervals = inputs.Extent("k"), outcomes = inputs.Extent("m") * intervals;
        int[] own = inputs.Whole(tape, "interval"), causes = inputs.Whole(tape, "cause");
        Tensor<T> possible = tape.Rent(new Shape(own.Length, outcomes + 1));
        for (int i = 0; i < possible.Shape.Length; i++)
        {
            int row = i / (outcomes + 1), outcome = i % (outcomes + 1);
            int cause = (outcome / intervals) + 1, interval = outcome % intervals;
            bool isPossible = causes[row] > 0
                ? outcome < outcomes && cause == causes[row] && interval == own[row]
                : outcome == outcomes || interval > own[row];
            possible.Values[i] = isPossible ? T.Zero : T.CreateTruncating(-1e30);
        }

        return possible;
    }

    /// <summary>
    /// Σ over causes and intervals of Σ over those that failed of e^(−F/σ) times Σ over those still there of e^(F/σ).
    /// </summary>
    private Tensor<T> Ranking<T>(Tape<T> tape, LossInputs<T> inputs, Tensor<T> shares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs.Extent("n"), causes = inputs.Extent("m"), intervals = inputs.Extent("k");
        Shape shape = new(rows, causes, intervals);
        Tensor<T> flat = tape.Reshape(shares, new Shape(rows * causes, intervals));
        Tensor<T> sums = tape.MatMul(flat, IntervalMasks.Triangle(tape, intervals, isLower: false));
        Tensor<T> scaled = tape.Scale(tape.Reshape(sums, shape), 1 / Sigma);
        Tensor<T> failed = tape.Rent(shape), there = tape.Rent(shape);
        int[] own = inputs.Whole(tape, "interval"), cause = inputs.Whole(tape, "cause");
        for (int i = 0; i < shape.Length; i++)
        {
            int row = i / (causes * intervals), time = i % intervals;
            bool hasFailed = own[row] == time && cause[row] == (i / intervals % causes) + 1;
            bool isThere = own[row] > time || (own[row] == time && cause[row] == 0);
            failed.Values[i] = hasFailed ? T.One : T.Zero;
            there.Values[i] = isThere ? T.One : T.Zero;
        }

        Tensor<T> first = tape.Sum(tape.Multiply(failed, tape.Exp(tape.Negate(scaled))), [0]);
        Tensor<T> second = tape.Sum(tape.Multiply(there, tape.Exp(scaled)), [0]);
        return tape.Sum(tape.Multiply(first, second));
    }
}
