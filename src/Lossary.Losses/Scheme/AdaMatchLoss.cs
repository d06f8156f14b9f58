using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// FixMatch across domains: guesses aligned with the labelled answers, believed if about as sure as those.
/// </summary>
/// <remarks>
/// <code>
/// L = CE(z_weak, t) + CE(z_strong, t) + λ Σₐ 1[max qₐ ≥ τ mean max p] CE(sₐ, qₐ) / m
/// z = l z′ + (1 − l) z″        p = softmax(z_weak)        q ∝ p̂ · mean p / mean p̂
/// </code>
/// z′ are the logits of the labelled samples in one batch with the unlabelled ones, z″ in a batch of their own (batch
/// normalisation makes them differ), l uniform random numbers, m the unlabelled rows for each labelled one. q and the
/// threshold have no gradient. The paper lets λ rise from 0 to 1. Reference: D. Berthelot, R. Roelofs, K. Sohn, N.
/// Carlini, A. Kurakin, AdaMatch: A Unified Approach to Semi-Supervised Learning and Domain Adaptation, 2022,
/// arXiv:2106.04732.
/// </remarks>
/// <param name="threshold">τ: how sure a guess is beside the labelled answers to be believed; 0 to 1.</param>
/// <param name="weight">λ: what the unlabelled samples weigh; not negative.</param>
public readonly struct AdaMatchLoss(double threshold, double weight) : IGraphLoss<AdaMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\tau", 0.9, Domain.Unit, "how sure a guess is beside the labelled answers to be believed");

    private static readonly ParameterCard WeightCard = new(
        "weight", @"\lambda", 1, Domain.NonNegative, "what the unlabelled samples weigh");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "adamatch",
        Title = "AdaMatch",
        Use = "Labels of one domain, samples without labels of another or of the same.",
        Avoid = "The other domain has other shares of classes: guesses are brought to those of the labelled one.",
        Reference = "D. Berthelot, R. Roelofs, K. Sohn, N. Carlini, A. Kurakin, AdaMatch: A Unified Approach to "
            + "Semi-Supervised Learning and Domain Adaptation, 2022, arXiv:2106.04732",
        Latex = @"\sum_{v} \operatorname{CE}(l z'_v + (1 - l) z''_v, t) + \frac{\lambda}{m} \sum_a [\max_k q_{ak} \ge "
            + @"\tau \overline{\max_k p_k}] \cdot \operatorname{CE}(s_a, q_a),\quad q \propto \hat p \cdot \bar p / "
            + @"\overline{\hat p}",
        Names = new() { Chinese = "AdaMatch域自适应损失" },
        Tasks = LossTask.None,
        Parameters = [ThresholdCard, WeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "joint", "z'", InputKind.Real, "n, 2, k",
            "the logits of the labelled samples, changed weakly and strongly, in one batch with the others")
        {
            IsDifferentiable = true,
        },
        new("alone", "z''", InputKind.Real, "n, 2, k", "their logits in a batch of their own")
        {
            IsDifferentiable = true,
        },
        new("shares", "l", InputKind.Probability, "n, 2, k", "uniform random numbers: what the first logits count"),
        new("target", "t", InputKind.ClassNumber, "n", "the classes of the labelled samples") { Below = "k" },
        new(
            "strong", "s", InputKind.Real, "n, m, k",
            "the logits of the strongly changed unlabelled samples, m for each labelled one")
        {
            IsDifferentiable = true,
        },
        new(
            "weak", @"\hat z", InputKind.Real, "n, m, k",
            "the logits of the same samples weakly changed, held constant"),
    ];

    /// <summary>How sure a guess is beside the labelled answers to be believed.</summary>
    public Parameter Threshold { get; } = ThresholdCard.Bind(threshold);

    /// <summary>What the unlabelled samples weigh.</summary>
    public Parameter Weight { get; } = WeightCard.Bind(weight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = inputs.Extent("n"), m = inputs.Extent("m"), classes = inputs.Extent("k");
        Tensor<T> gap = tape.Subtract(inputs["joint"], inputs["alone"]);
        Tensor<T> logits = tape.Add(inputs["alone"], tape.Multiply(inputs["shares"], gap));
        Tensor<T> labels = tape.OneHot<T>(inputs.Whole(tape, "target"), classes);
        Tensor<T> labelled = tape.Sum(
            BatchInputs.CrossEntropy(tape, tape.Reshape(labels, new Shape(n, 1, classes)), logits), [-1]);
        Tensor<T> answers = Rows(tape, tape.Slice(logits, 1, 0, 1), n), guesses = Rows(tape, inputs["weak"], n * m);
        DistributionAlignment.Align(guesses.Values, tape.Mean(answers, [0]).Values, tape.Mean(guesses, [0]).Values);
        T least = T.CreateTruncating(Threshold.Value) * MeanLargest(answers);
        Tensor<T> losses = Confidence.SoftCrossEntropy(
            tape, guesses, tape.Reshape(inputs["strong"], guesses.Shape), least);
        Tensor<T> unlabelled = tape.Mean(tape.Reshape(losses, new Shape(n, m)), [-1]);
        return new(tape.Add(labelled, tape.Scale(unlabelled, Weight.Value)));
    }

    /// <summary>Shares in rows, without a gradient.</summary>
    private static Tensor<T> Rows<T>(Tape<T> tape, Tensor<T> logits, int rows)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Detach(tape.Reshape(tape.Softmax(logits), new Shape(rows, logits.Shape[logits.Shape.Rank - 1])));

    private static T MeanLargest<T>(Tensor<T> shares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < shares.Shape[0]; i++)
        {
            sum += Confidence.Largest(shares, i);
        }

        return sum / T.CreateTruncating(shares.Shape[0]);
    }
}
