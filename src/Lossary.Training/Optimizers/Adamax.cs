using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Adam that divides by the largest gradient of late, not by a mean: for gradients with rare peaks.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), parameter ←
/// parameter − learning rate / (1 − β₁ᵗ) · m / u. These are PyTorch's conventions, all of
/// <c>torch.optim.Adamax</c>'s arguments. Reference: D. P. Kingma, J. Ba, ICLR 2015, arXiv:1412.6980, section 7.1.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adamax<T>(double learningRate = 2e-3) : MomentOptimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            Beta1 = new("beta1", Beta1),
            Beta2 = new("beta2", Beta2),
            Fresh1 = new("1 - beta1", 1 - Beta1),
            Epsilon = new("epsilon", Epsilon),
            StepSize = new("step", slice.LearningRate / (1 - MeanPower)),
        };

        // u stands where others keep the mean square.
        FusedStep.Run(rule, slice, Mean, Square);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Beta1;
        public Parameter Beta2;
        public Parameter Fresh1;
        public Parameter Epsilon;
        public Parameter StepSize;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane largest, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            mean = (Beta1 * mean) + (Fresh1 * slope);
            largest = TLane.Max(Beta2 * largest, TLane.Abs(slope) + Epsilon);
            return value - (StepSize * mean / largest);
        }
    }
}
