using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How much probability has to be moved how many bins to make one distribution of the other.</summary>
/// <remarks>
/// <code>
/// L = Σₖ |Σⱼ≤ₖ (pⱼ − qⱼ)|        bins of width 1
/// </code>
/// Two distributions have the same total, and the last sum is then 0; masses with different totals pay for the rest in
/// every bin. Reference: Y. Rubner, C. Tomasi, L. J. Guibas, The Earth Mover's Distance as a Metric for Image
/// Retrieval, 2000, doi:10.1023/A:1026543900054.
/// </remarks>
public readonly struct WassersteinBinsLoss : IGraphLoss<WassersteinBinsLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wasserstein-1d",
        Title = "Wasserstein distance over bins",
        Use = "Distributions over ordered bins: being one bin off is better than two.",
        Avoid = "Bins have no order: cross-entropy. Probabilities are wanted: ranked-probability is proper.",
        Reference = "Y. Rubner, C. Tomasi, L. J. Guibas, The Earth Mover's Distance as a Metric for Image Retrieval, "
            + "2000, doi:10.1023/A:1026543900054",
        Latex = @"\sum_k \left|\sum_{j \le k} (p_j - q_j)\right|",
        Aliases = ["emd-1d"],
        Names = new() { Chinese = "一维Wasserstein距离" },
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "p", InputKind.NonNegative, "n, k", "the masses of one distribution in k bins, in order")
        {
            IsDifferentiable = true,
        },
        new("second", "q", InputKind.NonNegative, "n, k", "those of the other") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(WassersteinBinsLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Away from the kinks, where two sums are equal.
        foreach (ref double mass in inputs["first"].Values)
        {
            mass += random.NextDouble();
        }

        foreach (ref double mass in inputs["second"].Values)
        {
            mass += 0.5 + random.NextDouble();
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(inputs["first"], inputs["second"]);
        int bins = inputs.Extent("k");
        Tensor<T> sums = tape.Rent(new Shape(bins, bins));
        for (int i = 0; i < sums.Values.Length; i++)
        {
            sums.Values[i] = i / bins <= i % bins ? T.One : T.Zero;
        }

        return new(tape.Sum(tape.Abs(tape.MatMul(gap, sums)), [-1]));
    }
}
