using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean of the largest losses of a batch, the α-tail; at its end a sample counts in part.</summary>
/// <remarks>
/// <code>
/// L = min over η of η + Σᵢ (ℓᵢ − η)₊ / ((1 − α) n) = mean of the (1 − α) n largest ℓᵢ
/// </code>
/// The minimum over η is taken exactly, by sorting. α = 0 is the mean. Reference: R. T. Rockafellar, S. Uryasev,
/// Optimization of Conditional Value-at-Risk, Journal of Risk 2, 2000, doi:10.21314/JOR.2000.038.
/// </remarks>
/// <param name="level">The share of the smaller losses that does not count; 0 to below 1.</param>
public readonly struct ConditionalValueAtRiskLoss(double level)
    : IGraphLoss<ConditionalValueAtRiskLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelCard = new(
        "level", @"\alpha", 0.9, new Domain(0, 1, true, false), "the share of the smaller losses that does not count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "conditional-value-at-risk",
        Title = "conditional value at risk",
        Use = "Any loss whose worst cases matter: the mean over the worst share of a batch.",
        Avoid = "Labels are noisy: the worst cases are then the wrong ones; the trimmed mean does the opposite.",
        Reference = "R. T. Rockafellar, S. Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2, "
            + "2000, doi:10.21314/JOR.2000.038",
        Latex = @"\min_\eta\; \eta + \frac{1}{(1 - \alpha) n} \sum_i \max(0, \ell_i - \eta)",
        Aliases = ["cvar", "expected-shortfall"],
        Names = new() { Chinese = "条件风险价值" },
        Tasks = LossTask.None,
        Parameters = [LevelCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("loss", @"\ell", InputKind.Real, "n", "the losses of the samples") { IsDifferentiable = true },
    ];

    /// <summary>The share of the smaller losses that does not count.</summary>
    public Parameter Level { get; } = LevelCard.Bind(level);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> losses = inputs["loss"];
        double tail = (1 - Level.Value) * losses.Shape.Length;
        Tensor<T> weights = tape.Rent(losses.Shape);
        weights.Values.Clear();
        int[] order = SampleOrder.Ascending(tape, losses.Values);
        for (int i = order.Length - 1; i >= 0 && tail > 0; i--, tail--)
        {
            weights.Values[order[i]] = T.CreateTruncating(Math.Min(1, tail));
        }

        // NaN sorts first but is no small loss: a training that diverges shows.
        for (int i = 0; i < order.Length && T.IsNaN(losses.Values[order[i]]); i++)
        {
            weights.Values[order[i]] = T.One;
        }

        return new(losses, weights);
    }
}
