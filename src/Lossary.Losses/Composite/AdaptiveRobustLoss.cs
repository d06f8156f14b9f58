using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Barron's general robust loss as a likelihood whose shape and scale are learnt.</summary>
/// <remarks>
/// <code>
/// L = b/α ((u²/b + 1)^(α/2) − 1) + ln c + ln Z(α)        u = (p − t)/c, b = 2 − α
/// α = 0.001 + 1.998 σ(a)        c = e^s
/// </code>
/// The normaliser Z makes it dear to call everything an outlier. It is integrated anew at each step to full precision,
/// with its derivative: there is no table. Outputs share nothing. Reference: J. T. Barron, A General and Adaptive
/// Robust Loss Function, 2019, doi:10.1109/CVPR.2019.00446.
/// </remarks>
public readonly struct AdaptiveRobustLoss : IGraphLoss<AdaptiveRobustLoss>, IDocumentedLoss
{
    private const double Least = 0.001;
    private const double Width = 1.998;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "adaptive-robust",
        Title = "adaptive robust likelihood",
        Use = "Regression whose outliers are of an unknown kind: how robust to be is learnt with the rest, for each "
            + "output.",
        Avoid = "Few rows: the shape is then learnt from noise; fix it with barron.",
        Reference = "J. T. Barron, A General and Adaptive Robust Loss Function, 2019, doi:10.1109/CVPR.2019.00446",
        Latex = @"\rho\left(\frac{p - t}{c}, \alpha\right) + \ln c + \ln Z(\alpha),\quad \alpha = 0.001 + 1.998 "
            + @"\, \sigma(a),\ c = e^s",
        Aliases = ["adaptive-barron"],
        Names = new() { Chinese = "自适应鲁棒损失" },
        Translations =
        [
            new(
                "robust_loss_pytorch.adaptive.AdaptiveLossFunction(alpha_lo=0.001, alpha_hi=1.999)",
                "adaptive-robust",
                "shape and scale of each output are its own parameters there, inputs here; scales pass a softplus"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, d", "the predictions") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, d", "what came"),
        new("shape", "a", InputKind.Real, "d",
            "a learnt number for each output: from the Cauchy end far below 0 to squares far above")
        {
            IsDifferentiable = true,
        },
        new("log-scale", "s", InputKind.Real, "d", "the logarithm of each output's scale of inliers, learnt")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = inputs["prediction"].Shape;
        Tensor<T> alpha = tape.Shift(tape.Scale(tape.Sigmoid(inputs["shape"]), Width), Least);
        Tensor<T> likelihood = tape.Formula(
            default(Robust),
            tape.Subtract(inputs["prediction"], inputs["target"]),
            tape.BroadcastTo(alpha, shape),
            tape.BroadcastTo(inputs["log-scale"], shape));
        return new(tape.Add(likelihood, tape.RobustLogPartition(alpha)));
    }

    private readonly struct Robust : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane scaled = x[0] * TLane.Exp(-x[2]), alpha = x[1], rest = 2 - x[1];
            TLane power = TLane.ExpM1(0.5 * (alpha * TLane.Log1P(scaled * scaled / rest)));
            return (rest * (power / alpha)) + x[2];
        }
    }
}
