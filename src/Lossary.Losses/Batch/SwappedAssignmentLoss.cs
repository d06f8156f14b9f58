using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each view is to predict to which prototypes the other was assigned, all prototypes used alike.</summary>
/// <remarks>
/// <code>
/// L = −½ Σₖ q₂ₖ ln p₁ₖ − ½ Σₖ q₁ₖ ln p₂ₖ        p = softmax(s/τ), q by Sinkhorn's rounds on s/ε
/// </code>
/// Scores are the cosines of a view's embedding with the prototypes. The assignments are computed in log space and
/// held constant in the gradient. Reference: M. Caron et al., "Unsupervised Learning of Visual Features by
/// Contrasting Cluster Assignments", NeurIPS 2020, arXiv:2006.09882.
/// </remarks>
/// <param name="temperature">What scores are divided by; positive.</param>
/// <param name="epsilon">How soft assignments are; positive.</param>
/// <param name="rounds">How many rounds make the use of prototypes even.</param>
public readonly struct SwappedAssignmentLoss(double temperature, double epsilon, double rounds)
    : IGraphLoss<SwappedAssignmentLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.1, Domain.Positive, "what scores are divided by");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.05, Domain.Positive, "how soft assignments are");

    private static readonly ParameterCard RoundsCard = new(
        "rounds", @"r", 3, Domain.NonNegative, "how many rounds make the use of prototypes even");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);
    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);
    private readonly Parameter _rounds = RoundsCard.Bind(rounds);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "swav",
        Title = "SwAV",
        Use = "Representations without labels, by online clustering; works in small batches with a queue of scores.",
        Avoid = "Batches smaller than the number of prototypes cannot use all alike.",
        Reference = "M. Caron, I. Misra, J. Mairal, P. Goyal, P. Bojanowski, A. Joulin, Unsupervised Learning "
            + "of Visual Features by Contrasting Cluster Assignments, 2020, arXiv:2006.09882",
        Latex = @"-\tfrac{1}{2} \sum_k q_{2k} \ln p_{1k} - \tfrac{1}{2} \sum_k q_{1k} \ln p_{2k}",
        Names = new() { Chinese = "交换预测损失" },
        Translations =
        [
            new(
                "lightly.loss.SwaVLoss(temperature=0.1, sinkhorn_iterations=3, sinkhorn_epsilon=0.05)",
                "swav:temperature={temperature},epsilon={sinkhorn_epsilon},rounds={sinkhorn_iterations}"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [TemperatureCard, EpsilonCard, RoundsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "s_1", InputKind.Real, "n, k", "the scores of the first view with each prototype")
        {
            IsDifferentiable = true,
        },
        new("second", "s_2", InputKind.Real, "n, k", "the scores of the second view with each prototype")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = inputs["first"], second = inputs["second"];
        double scale = 1 / _temperature.Value;
        Tensor<T> there = BatchInputs.CrossEntropy(tape, Assignments(tape, second), tape.Scale(first, scale));
        Tensor<T> back = BatchInputs.CrossEntropy(tape, Assignments(tape, first), tape.Scale(second, scale));
        return new(tape.Scale(tape.Add(there, back), 0.5));
    }

    /// <summary>To which prototypes each sample belongs, all used alike: rows that sum to 1, constant.</summary>
    private Tensor<T> Assignments<T>(Tape<T> tape, Tensor<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.Scale(tape.Constant(scores.Shape, scores.Values), 1 / _epsilon.Value);
        for (int round = 0; round < _rounds.Value; round++)
        {
            logits = tape.Subtract(logits, tape.LogSumExp(logits, [0], keepDimensions: true));
            logits = tape.Subtract(logits, tape.LogSumExp(logits, [1], keepDimensions: true));
        }

        return tape.Softmax(logits);
    }
}
