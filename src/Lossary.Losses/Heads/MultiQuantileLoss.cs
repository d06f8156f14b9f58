using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The mean pinball loss of several quantiles; twice it is the ranked probability score as the levels grow dense.
/// </summary>
/// <remarks>
/// <code>
/// L = (1/k) Σₖ max(τₖ (t − qₖ), (τₖ − 1) (t − qₖ))
/// </code>
/// Reference: R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643.
/// </remarks>
public readonly struct MultiQuantileLoss : IGraphLoss<MultiQuantileLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-quantile",
        Title = "several quantiles",
        Use = "A distribution by some of its quantiles, without a form.",
        Avoid = "Quantiles must not cross: nothing here keeps them in order but the network. hl-gauss gives a "
            + "distribution.",
        Reference = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
        Latex = @"\frac{1}{k} \sum_k \max(\tau_k (t - q_k), (\tau_k - 1) (t - q_k))",
        Aliases = ["crps-quantiles", "multi-quantile-loss"],
        Names = new() { Chinese = "多分位数损失" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.MQLoss()",
                "multi-quantile",
                "level or quantiles list what is an input here"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("quantiles", "q", InputKind.Real, "n, k", "the predicted quantiles") { IsDifferentiable = true },
        new("levels", @"\tau", InputKind.Probability, "k", "their levels"),
        new("target", "t", InputKind.Real, "n", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsProper = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> quantiles = inputs["quantiles"];
        Shape shape = quantiles.Shape;
        Tensor<T> levels = tape.BroadcastTo(tape.Reshape(inputs["levels"], new Shape(1, shape[1])), shape);
        Tensor<T> target = tape.BroadcastTo(tape.Reshape(inputs["target"], new Shape(shape[0], 1)), shape);
        return new(tape.Mean(tape.Formula(default(Core), quantiles, levels, target), [-1]));
    }

    private readonly struct Core : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane missing = x[2] - x[0];
            return TLane.WhereLess(missing, 0, (x[1] - 1) * missing, x[1] * missing);
        }
    }
}
