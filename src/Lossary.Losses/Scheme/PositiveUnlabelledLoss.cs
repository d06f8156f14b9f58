using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Positives and unlabelled samples alone teach two classes; the risk of the negatives is not let below 0.
/// </summary>
/// <remarks>
/// <code>
/// P = π mean over labelled of σ(−s)
/// N = mean over unlabelled of σ(s) − π mean over labelled of σ(s)
/// L = P + N where N ≥ −β, else P − β with the gradient of −γ N
/// </code>
/// N estimates the risk of the negatives; below −β it is overfitted, and the step goes back by γ. There is one term for
/// the batch. Reference: R. Kiryo, G. Niu, M. C. du Plessis, M. Sugiyama, Positive-Unlabeled Learning with Non-Negative
/// Risk Estimator, 2017, arXiv:1703.00593.
/// </remarks>
/// <param name="prior">The share of positives among all samples; 0 to 1, both out.</param>
/// <param name="beta">How far below 0 the risk of the negatives may be; not negative.</param>
/// <param name="gamma">How far a step goes back from there; 0 to 1.</param>
public readonly struct PositiveUnlabelledLoss(double prior, double beta, double gamma)
    : IGraphLoss<PositiveUnlabelledLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PriorCard = new(
        "prior", @"\pi", 0.5, new Domain(0, 1, false, false), "the share of positives among all samples");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0, Domain.NonNegative, "how far below 0 the risk of the negatives may be");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 1, Domain.Unit, "how far a step goes back from there");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "nnpu",
        Title = "non-negative positive-unlabelled",
        Use = "Two classes where only some positives are labelled, and a network.",
        Avoid = "The share of positives is not known even roughly, on which all depends. Label some negatives and "
            + "take binary-cross-entropy.",
        Reference = "R. Kiryo, G. Niu, M. C. du Plessis, M. Sugiyama, Positive-Unlabeled Learning with Non-Negative "
            + "Risk Estimator, 2017, arXiv:1703.00593",
        Latex = @"\pi \overline{\sigma(-s)}_{y = 1} + \max\left(-\beta, \overline{\sigma(s)}_{y = 0} - \pi "
            + @"\overline{\sigma(s)}_{y = 1}\right)",
        Aliases = ["positive-unlabelled"],
        Names = new() { Chinese = "非负正类无标签学习损失" },
        Tasks = LossTask.None,
        Parameters = [PriorCard, BetaCard, GammaCard],
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

    /// <summary>How far below 0 the risk of the negatives may be.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>How far a step goes back from there.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"], labels = inputs["label"];
        Tensor<T> asNegative = tape.Sigmoid(scores);
        Tensor<T> missed = FlagMeans.Of(tape, tape.Sigmoid(tape.Negate(scores)), labels, isSet: true);
        Tensor<T> positive = tape.Scale(missed, Prior.Value);
        Tensor<T> negative = tape.Subtract(
            FlagMeans.Of(tape, asNegative, labels, isSet: false),
            tape.Scale(FlagMeans.Of(tape, asNegative, labels, isSet: true), Prior.Value));
        if (double.CreateTruncating(negative.Values[0]) >= -Beta.Value)
        {
            return new(tape.Add(positive, negative));
        }

        Tensor<T> back = tape.Scale(negative, -Gamma.Value);
        return new(tape.Add(tape.Shift(tape.Detach(positive), -Beta.Value), tape.Subtract(back, tape.Detach(back))));
    }
}
