using System.Numerics;

namespace Lossary.Training;

/// <summary>Adam whose weights decay apart from its moments, by the same share whatever their gradients.</summary>
/// <remarks>
/// Before each step, parameter ← parameter · (1 − learning rate · weight decay). These are PyTorch's conventions, all
/// of
/// <c>torch.optim.AdamW</c>'s arguments. Reference: I. Loshchilov, F. Hutter, ICLR 2019, arXiv:1711.05101.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class AdamW<T> : AdamOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes an optimizer, with a weight decay of 0.01 unless another is set.</summary>
    /// <param name="learningRate">The size of the steps; not negative.</param>
    public AdamW(double learningRate = 1e-3) : base(learningRate) => WeightDecay = 0.01;

    private protected override bool DecaysApart => true;
}
