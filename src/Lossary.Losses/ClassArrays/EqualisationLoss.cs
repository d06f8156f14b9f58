using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Binary cross entropy of each class in which rare classes take no pressure from rows of other classes.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ wₖ BCE(zₖ, yₖ),  wₖ = 1 − e [fₖ &lt; λ] (1 − yₖ)
/// </code>
/// f is the share of images, or of rows, that have the class; e is 1 for a row of an object, 0 for background, of which
/// every class learns. Reference: J. Tan et al., Equalization Loss for Long-Tailed Object Recognition, 2020,
/// arXiv:2003.05176.
/// </remarks>
/// <param name="threshold">The share below which a class is rare; 0 to 1.</param>
public readonly struct EqualisationLoss(double threshold) : IGraphLoss<EqualisationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\lambda", 0.00176, new Domain(0, 1, true, true), "the share below which a class is rare");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "equalisation",
        Title = "equalisation",
        Use = "Several classes with a long tail, each with a sigmoid, as in detection.",
        Avoid = "Shares change while training, or the threshold is a guess: equalisation-v2 balances gradients "
            + "instead.",
        Reference = "J. Tan et al., Equalization Loss for Long-Tailed Object Recognition, 2020, arXiv:2003.05176",
        Latex = @"\sum_k w_k \left(\ln(1 + e^{z_k}) - y_k z_k\right), \quad w_k = 1 - e\, [f_k < \lambda] (1 - y_k)",
        Aliases = ["eql"],
        Names = new() { Chinese = "均衡损失" },
        Tasks = LossTask.MultiClass,
        Parameters = [ThresholdCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        new("frequency", "f", InputKind.Positive, "k", "the share of images, or of rows, that have each class"),
        new("foreground", "e", InputKind.Flag, "n", "1 for a row of an object, 0 for background; all 1 if left out")
        {
            IsOptional = true,
        },
    ];

    /// <summary>The share below which a class is rare.</summary>
    public Parameter Threshold { get; } = ThresholdCard.Bind(threshold);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs[ClassCards.Score];
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, ClassCards.Target), scores.Shape[1]);
        Tensor<T> weights = tape.Rent(scores.Shape);
        double[] shares = ClassCards.Numbers(tape, inputs, "frequency");
        for (int i = 0; i < weights.Shape.Length; i++)
        {
            bool isObject = inputs.Find("foreground") is not { } flags || flags.Values[i / shares.Length] != T.Zero;
            bool isSpared = isObject && shares[i % shares.Length] < Threshold.Value && oneHot.Values[i] == T.Zero;
            weights.Values[i] = isSpared ? T.Zero : T.One;
        }

        return new(tape.Sum(tape.Formula(default(WeightedCrossEntropy), scores, oneHot, weights), [-1]));
    }
}
