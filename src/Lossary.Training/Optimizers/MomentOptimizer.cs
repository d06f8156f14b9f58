using System.Numerics;

namespace Lossary.Training;

/// <summary>What <see cref="Adam{T}"/> and its kin share: running means of the gradient and of its square.</summary>
/// <remarks>
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g². Both start from 0; m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) are means
/// again. Where a schedule changes β₁, the product of all β₁ so far stands for β₁ᵗ, so that m̂ remains a mean.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class MomentOptimizer<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _beta1 = 0.9;

    private protected MomentOptimizer(double learningRate) : base(learningRate)
    {
    }

    /// <summary>How much of the running mean a step keeps; in [0, 1).</summary>
    /// <value>0.9.</value>
    public double Beta1
    {
        get => _beta1;
        init => _beta1 = Setting.RequireShare(value, nameof(Beta1));
    }

    /// <summary>How much of the running mean square a step keeps; in [0, 1).</summary>
    /// <value>0.999.</value>
    public double Beta2 { get; init => field = Setting.RequireShare(value, nameof(Beta2)); } = 0.999;

    /// <summary>Keeps the divisor from 0; not negative.</summary>
    /// <value>1e-8.</value>
    public double Epsilon { get; init => field = Setting.RequireNotNegative(value, nameof(Epsilon)); } = 1e-8;

    /// <inheritdoc/>
    public override bool HasMomentum => true;

    /// <summary>m, <c>[n]</c>.</summary>
    private protected ArraySegment<T> Mean { get; private set; }

    /// <summary>v, <c>[n]</c>.</summary>
    private protected ArraySegment<T> Square { get; private set; }

    /// <summary>β₁ᵗ by multiplication: the platform's power function may differ in the last digit.</summary>
    private protected double MeanPower { get; private set; } = 1;

    /// <summary>β₂ᵗ, likewise.</summary>
    private protected double SquarePower { get; private set; } = 1;

    /// <summary>How a rule brings both up to date.</summary>
    private protected Moments MomentsNow => new(Beta1, Beta2);

    /// <inheritdoc/>
    public override void ChangeMomentum(double momentum) => _beta1 = Setting.RequireShare(momentum, nameof(momentum));

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        Mean = State(length);
        Square = State(length);
    }

    /// <inheritdoc/>
    protected override void Begin()
    {
        MeanPower *= Beta1;
        SquarePower *= Beta2;
    }
}
