using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Soft counts of pixels, for each image and class, <c>[n, k]</c>; or for each class of the batch, <c>[1, k]</c>.
/// </summary>
/// <param name="TruePositives">Σ p t.</param>
/// <param name="FalsePositives">Σ p − Σ p t.</param>
/// <param name="FalseNegatives">Σ t − Σ p t.</param>
internal readonly record struct Overlap<T>(Tensor<T> TruePositives, Tensor<T> FalsePositives, Tensor<T> FalseNegatives)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>1 where the target has the class at all, else 0: a constant.</summary>
    public Tensor<T> Present(Tape<T> tape)
    {
        Tensor<T> present = tape.Rent(TruePositives.Shape);
        for (int i = 0; i < present.Shape.Length; i++)
        {
            present.Values[i] = Size(i) > T.Zero ? T.One : T.Zero;
        }

        return present;
    }

    /// <summary>Σ t of one image and class.</summary>
    public T Size(int index) => TruePositives.Values[index] + FalseNegatives.Values[index];
}
