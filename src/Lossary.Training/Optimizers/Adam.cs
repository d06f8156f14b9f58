using System.Numerics;

namespace Lossary.Training;

/// <summary>Steps scaled by running means of the gradient and of its square: the usual choice.</summary>
/// <remarks>
/// Weight decay is L2: weight decay · parameter is part of the gradient; see <see cref="AdamW{T}"/> for decay of its
/// own. These are PyTorch's conventions, all of <c>torch.optim.Adam</c>'s arguments. References: D. P. Kingma, J. Ba,
/// ICLR 2015, arXiv:1412.6980; AMSGrad: S. J. Reddi, S. Kale, S. Kumar, ICLR 2018.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adam<T>(double learningRate = 1e-3) : AdamOptimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override bool DecaysApart => false;
}
