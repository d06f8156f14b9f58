using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Positives and unlabelled samples alone teach two classes, with an unbiased estimate of the logistic risk.
/// </summary>
/// <remarks>
/// <code>
/// L = −π mean over labelled of s + mean over unlabelled of ln(1 + e^s)
/// </code>
/// Convex, since the logistic loss of the two signs differs by a straight line. It has no lower bound: a flexible model
/// drives it below 0. There is one term for the batch. Reference: M. C. du Plessis, G. Niu, M. Sugiyama, Convex
/// Formulation for Learning from Positive and Unlabeled Data, ICML 2015.
/// </remarks>
/// <param name="prior">The share of positives among all samples; 0 to 1, both out.</param>
public readonly struct UnbiasedPositiveUnlabelledLoss(double prior)
    : IGraphLoss<UnbiasedPositiveUnlabelledLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PriorCard = new(
        "prior", @"\pi", 0.5, new Domain(0, 1, false, false), "the share of positives among all samples");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "upu",
        Title = "unbiased positive-unlabelled",
        Use = "Two classes where only some positives are labelled, and a linear model.",
        Avoid = "A network, which overfits the estimate until it is negative: take nnpu.",
        Reference = "M. C. du Plessis, G. Niu, M. Sugiyama, Convex Formulation for Learning from Positive and "
            + "Unlabeled Data, ICML 2015",
        Latex = @"-\pi \overline{s}_{y = 1} + \overline{\ln(1 + e^s)}_{y = 0}",
        Aliases = ["unbiased-positive-unlabelled"],
        Names = new() { Chinese = "无偏正类无标签学习损失" },
        Tasks = LossTask.None,
        Parameters = [PriorCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("score", "s", InputKind.Real, "n", "the predicted score; positive ones above 0")
        {
            IsDifferentiable = true,
        },
        new("label", "y", InputKind.Flag, "n", "1 for a labelled positive, 0 for a sample without a label"),
    ];

    /// <summary>The share of positives among all samples.</summary>
    public Parameter Prior { get; } = PriorCard.Bind(prior);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"], labels = inputs["label"];
        Tensor<T> labelled = FlagMeans.Of(tape, scores, labels, isSet: true);
        Tensor<T> rest = FlagMeans.Of(tape, tape.Activate(scores, Activation.Softplus()), labels, isSet: false);
        return new(tape.Subtract(rest, tape.Scale(labelled, Prior.Value)));
    }
}
