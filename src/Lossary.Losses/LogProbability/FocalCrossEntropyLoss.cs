using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cross entropy that stops caring about rows it already gets right.</summary>
/// <remarks>
/// With ℓ the target's log-softmax, p = exp(ℓ) and q = 1 − p:
/// <code>
/// f(ℓ)  = −q^γ ℓ
/// f′(ℓ) = q^γ (γ p ℓ / q − 1)     finite everywhere: ℓ / q tends to −1 as p does to 1
/// </code>
/// γ = 0 is cross entropy. The α of the paper is a class weight of the batch. Reference: T.-Y. Lin, P. Goyal, R.
/// Girshick, K. He, P. Dollár, "Focal Loss for Dense Object Detection", ICCV 2017, doi:10.1109/ICCV.2017.324.
/// </remarks>
/// <param name="gamma">γ, 0 to 100: how soon easy rows are forgotten.</param>
public readonly struct FocalCrossEntropyLoss(double gamma = 2)
    : ILogProbabilityLoss<FocalCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, new Domain(0, 100, true, true), "how soon easy rows are forgotten");

    private readonly Parameter _gamma = GammaCard.Bind(gamma);

    /// <summary>How soon easy rows are forgotten.</summary>
    public double Gamma => _gamma.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "focal",
        Title = "focal cross entropy",
        Use = "Several classes, where easy rows are so many that they drown the hard ones.",
        Avoid = "Probabilities are wanted, or labels are wrong at times: it is not proper, and wrong labels are its "
            + "hard rows.",
        Reference = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, doi:10.1109/ICCV.2017.324",
        Aliases = ["softmax-focal", "categorical-focal"],
        Names = new() { Keras = "CategoricalFocalCrossentropy(from_logits=True)", Chinese = "焦点损失" },
        Translations =
        [
            new(
                "keras.losses.CategoricalFocalCrossentropy(alpha=0.25, gamma=2.0, from_logits=True)",
                "focal:gamma={gamma}",
                "targets are one-hot rows") { Scale = "alpha" },
            new(
                "monai.losses.FocalLoss(gamma=2.0, use_softmax=True)",
                "focal:gamma={gamma}",
                "a number for each class there, 0 but for the true one: its mean divides by the classes too"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [GammaCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Gamma == 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = LargestSlope(),
        IsProper = Gamma == 0,
        IsCalibrated = true,
        Functional = Gamma == 0 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -(TLane.Pow(-TLane.ExpM1(logProbability), _gamma) * logProbability);

    /// <inheritdoc/>
    /// <remarks>By hand: the derived form multiplies ∞ by 0 at p = 1 for γ &lt; 1, and 0 by ∞ at p = 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(FocalCrossEntropyLoss loss, TLane logProbability)
        where TLane : struct, ILane<TLane>
    {
        TLane q = -TLane.ExpM1(logProbability);
        TLane power = TLane.Pow(q, loss._gamma);
        TLane ratio = TLane.WhereAtMost(q, 0, -1, logProbability / q);
        TLane pull = (1 - q) * TLane.AtLeast(ratio, -1000);
        return new(-(power * logProbability), power * ((loss._gamma * pull) - 1));
    }

    /// <summary>The largest |f′|, which no closed form has: near p = 1 / (1 + γ), or 1 at p = 0.</summary>
    private double LargestSlope()
    {
        double largest = 1;
        for (int i = 1; i < 2000; i++)
        {
            Scalar<double> logProbability = new(double.Log(i / 2000.0));
            largest = double.Max(largest, -Slope(this, logProbability).Slope.Number);
        }

        return largest;
    }
}
