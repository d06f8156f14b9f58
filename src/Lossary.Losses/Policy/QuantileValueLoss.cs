using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Predicted quantiles of the return, at the middles of k equal shares, against samples of what follows.
/// </summary>
/// <remarks>
/// <code>
/// L = (1/m) Σⱼ Σₖ |τₖ − [yⱼ &lt; θₖ]| Hδ(yⱼ − θₖ) / δ     with τₖ = (2k − 1) / 2k_max
/// </code>
/// k · m numbers a sample are held. Reference: W. Dabney et al., Distributional Reinforcement Learning with Quantile
/// Regression, 2017, arXiv:1710.10044.
/// </remarks>
/// <param name="delta">Where quadratic turns linear, in the return's unit; positive.</param>
public readonly struct QuantileValueLoss(double delta) : IGraphLoss<QuantileValueLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 1, Domain.Positive, "where quadratic turns linear, in the return's unit");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "quantile-value",
        Title = "quantile value distribution (QR-DQN)",
        Use = "Learning the distribution of returns without bounds.",
        Avoid = "Only the mean return is wanted: temporal-difference has one output instead of many.",
        Reference = "W. Dabney et al., Distributional Reinforcement Learning with Quantile Regression, 2017, "
            + "arXiv:1710.10044",
        Latex = @"\frac{1}{m} \sum_j \sum_k \lvert \tau_k - [y_j < \theta_k] \rvert \frac{H_\delta(y_j - "
            + @"\theta_k)}{\delta}",
        Aliases = ["qr-dqn"],
        Names = new() { Chinese = "分位数价值分布损失（QR-DQN）" },
        Translations =
        [
            new("sb3_contrib.QRDQN()", "quantile-value", "gamma has gone into the targets here"),
        ],
        Tasks = LossTask.Reinforcement,
        Parameters = [DeltaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("quantiles", @"\theta", InputKind.Real, "n, k", "the predicted quantiles of the return")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.Real, "n, m", "samples of the reward and the discounted return that followed"),
    ];

    /// <summary>Where quadratic turns linear, in the return's unit.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> quantiles = inputs["quantiles"], target = inputs["target"];
        int n = quantiles.Shape[0], k = quantiles.Shape[1], m = target.Shape[1];
        Shape pairs = new(n, k, m);
        Tensor<T> left = tape.BroadcastTo(tape.Reshape(quantiles, new Shape(n, k, 1)), pairs);
        Tensor<T> right = tape.BroadcastTo(tape.Reshape(target, new Shape(n, 1, m)), pairs);
        Tensor<T> levels = tape.Rent(pairs);
        for (int i = 0; i < levels.Values.Length; i++)
        {
            levels.Values[i] = T.CreateTruncating(((i / m % k) + 0.5) / k);
        }

        Tensor<T> costs = tape.Formula(new Core(Delta), left, right, levels);
        return new(tape.Scale(tape.Sum(costs, [-2, -1]), 1.0 / m));
    }

    private readonly struct Core(Parameter delta) : ISampleFormula
    {
        private readonly Parameter _delta = delta;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane error = x[1] - x[0], delta = _delta;
            TLane cut = TLane.Clamp(error, -delta, delta);
            TLane weight = TLane.WhereLess(error, 0, 1 - x[2], x[2]);
            return weight * (cut * (error - (0.5 * cut))) / delta;
        }
    }
}
