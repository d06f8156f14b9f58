using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean of the smaller losses of a batch: the largest are held to be mistakes of the data.</summary>
/// <remarks>
/// <code>
/// L = mean of the n − ⌊α n⌋ smallest ℓᵢ
/// </code>
/// Ties are cut in the order of the samples. With squared errors this is least trimmed squares. Reference: P. J.
/// Rousseeuw, Least Median of Squares Regression, Journal of the American Statistical Association 79, 1984,
/// doi:10.1080/01621459.1984.10477105.
/// </remarks>
/// <param name="share">The share of the largest losses that is left out; 0 to below 1.</param>
public readonly struct TrimmedMeanLoss(double share) : IGraphLoss<TrimmedMeanLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ShareCard = new(
        "share", @"\alpha", 0.1, new Domain(0, 1, true, false), "the share of the largest losses that is left out");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "trimmed-mean",
        Title = "trimmed mean of losses",
        Use = "Any loss on data of which a share is wrong beyond use: the worst are left out of each batch.",
        Avoid = "Hard samples are rare but right: they are the first to be left out.",
        Reference = "P. J. Rousseeuw, Least Median of Squares Regression, Journal of the American Statistical "
            + "Association 79, 1984, doi:10.1080/01621459.1984.10477105",
        Latex = @"\frac{1}{m} \sum_{i=1}^{m} \ell_{(i)},\quad m = n - \lfloor \alpha n \rfloor",
        Aliases = ["trimmed"],
        Names = new() { Chinese = "截尾均值损失" },
        Tasks = LossTask.None,
        Parameters = [ShareCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("loss", @"\ell", InputKind.Real, "n", "the losses of the samples") { IsDifferentiable = true },
    ];

    /// <summary>The share of the largest losses that is left out.</summary>
    public Parameter Share { get; } = ShareCard.Bind(share);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> losses = inputs["loss"];
        int kept = losses.Shape.Length - (int)Math.Floor(Share.Value * losses.Shape.Length);
        Tensor<T> weights = tape.Rent(losses.Shape);
        weights.Values.Clear();
        foreach (int i in SampleOrder.Ascending(tape, losses.Values).AsSpan(0, kept))
        {
            weights.Values[i] = T.One;
        }

        return new(losses, weights);
    }
}
