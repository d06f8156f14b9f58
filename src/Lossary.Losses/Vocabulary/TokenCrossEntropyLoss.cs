using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The cross entropy of the next token, over sequences of different lengths.</summary>
/// <remarks>
/// <code>
/// L_t = (1 − ε) (−ln p(y)) + ε/c Σₖ (−ln p(k)) + ζ (ln Σ e^z)²
/// </code>
/// The mean is over all tokens that count; with by-sequence = 1 each sequence weighs the same, whatever its length. A
/// fixed denominator, such as the number of tokens of all micro-batches, is <see cref="Reduction.Sum"/> with weights of
/// one by that number. With others-only = 1 the smoothing is fairseq's: ε is spread over all classes but the target's.
/// References: C. Szegedy et al., 2016, arXiv:1512.00567; M. Ott et al.,
/// "fairseq", 2019, arXiv:1904.01038; the term with ζ: A. Chowdhery et al., "PaLM", 2022, arXiv:2204.02311.
/// </remarks>
public readonly struct TokenCrossEntropyLoss : IGraphLoss<TokenCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly Domain s_switch = new(0, 1, true, true, EndsOnly: true);
    private static readonly ParameterCard s_smoothing =
        new("smoothing", @"\varepsilon", 0, Domain.Unit, "what share of the target is spread over the classes");

    private static readonly ParameterCard s_othersOnly =
        new("others-only", "o", 0, s_switch, "1: that share goes to all classes but the target's; 0: to all");

    private static readonly ParameterCard s_bySequence =
        new("by-sequence", "q", 0, s_switch, "1: each sequence weighs the same; 0: each token");

    private static readonly ParameterCard s_logPartition =
        new("log-partition", @"\zeta", 0, Domain.NonNegative, "what the squared logarithm of the partition sum weighs");

    private static readonly ParameterCard s_ignored = new(
        "ignored-class", "i", -1, new(-1, double.PositiveInfinity, true, false),
        "tokens with this target do not count; −1 for none");

    private readonly double _smoothing;
    private readonly bool _othersOnly;
    private readonly bool _bySequence;
    private readonly double _logPartition;
    private readonly int _ignored;

    /// <summary>Makes the loss.</summary>
    /// <param name="smoothing">What share of the target is spread over the classes, ε; 0 … 1.</param>
    /// <param name="othersOnly">1: it goes to all classes but the target's (fairseq); 0: to all (PyTorch).</param>
    /// <param name="bySequence">1: each sequence weighs the same; 0: each token.</param>
    /// <param name="logPartition">What the squared logarithm of the partition sum weighs, ζ; 0 and above.</param>
    /// <param name="ignoredClass">Tokens with this target do not count; −1 for none.</param>
    public TokenCrossEntropyLoss(
        double smoothing, double othersOnly = 0, double bySequence = 0, double logPartition = 0,
        double ignoredClass = -1)
    {
        _smoothing = s_smoothing.Bind(smoothing).Value;
        _othersOnly = s_othersOnly.Bind(othersOnly).Value == 1;
        _bySequence = s_bySequence.Bind(bySequence).Value == 1;
        _logPartition = s_logPartition.Bind(logPartition).Value;
        _ignored = Refusal.Whole(s_ignored, ignoredClass);
    }

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "token-cross-entropy",
        Title = "token cross entropy",
        Use = "Language models and translation: the next token at each step, over sequences of different lengths.",
        Avoid = "The vocabulary is so large that all logits fill the memory: linear-cross-entropy.",
        Reference = "C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna, Rethinking the Inception Architecture "
            + "for Computer Vision, 2016, arXiv:1512.00567",
        Latex = @"-(1 - \varepsilon) \ln p_t(y_t) - \frac{\varepsilon}{c} \sum_k \ln p_t(k) + \zeta \ln^2 \sum_k "
            + @"e^{z_{t,k}}",
        Aliases = ["label-smoothed-cross-entropy", "masked-token-cross-entropy", "sequence-cross-entropy"],
        Names = new() { PyTorch = "CrossEntropyLoss", Chinese = "词元交叉熵" },
        Translations =
        [
            new(
                "fairseq.criterions.label_smoothed_cross_entropy."
                    + "LabelSmoothedCrossEntropyCriterion(label_smoothing=0.1)",
                "token-cross-entropy:smoothing={label_smoothing},others-only=1",
                "a sum over the tokens; label_smoothing has no default there"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [s_smoothing, s_othersOnly, s_bySequence, s_logPartition, s_ignored],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, t, c", "the scores of each class at each step")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n, t", "the true class at each step; padded") { Below = "c" },
        new("lengths", "T", InputKind.StepCount, "n", "how many steps of each sequence count")
        {
            Below = "t",
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = inputs.Extent("n"), steps = inputs.Extent("t"), classes = inputs.Extent("c");
        int[] targets = inputs.Whole(tape, "target");
        int[] lengths = LabelRows.Lengths(tape, inputs, "lengths", samples, steps);
        double[] weights = tape.RentArray<double>(targets.Length);
        for (int sample = 0; sample < samples; sample++)
        {
            Weigh(targets.AsSpan(sample * steps, steps), lengths[sample], weights.AsSpan(sample * steps, steps));
        }

        double each = _othersOnly ? _smoothing / (classes - 1) : _smoothing / classes;
        double[] ofTarget = tape.RentArray<double>(targets.Length), ofAll = tape.RentArray<double>(targets.Length);
        Array.Fill(ofTarget, _othersOnly ? 1 - _smoothing - each : 1 - _smoothing);
        Array.Fill(ofAll, each);
        Tensor<T> values = tape.TokenCrossEntropy(
            inputs["logits"], new(targets, ofTarget, ofAll, classes, _logPartition));
        return new(values, SmoothingSettings.AsTensor(tape, weights, values.Shape));
    }

    /// <summary>Marks the tokens that do not count, and weighs those that do.</summary>
    private void Weigh(Span<int> targets, int length, Span<double> weights)
    {
        int counted = 0;
        for (int step = 0; step < targets.Length; step++)
        {
            targets[step] = step < length && targets[step] != _ignored ? targets[step] : -1;
            counted += targets[step] < 0 ? 0 : 1;
        }

        for (int step = 0; step < targets.Length; step++)
        {
            weights[step] = targets[step] < 0 ? 0 : _bySequence ? 1.0 / counted : 1;
        }
    }
}
