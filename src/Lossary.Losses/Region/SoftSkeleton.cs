using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The centre lines of soft masks, by repeated erosion and opening with small windows.</summary>
internal static class SoftSkeleton
{
    /// <summary>How far each pixel is on a centre line.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="mask">Shape <c>[n, h, w, 1]</c>, 0 to 1.</param>
    /// <param name="iterations">How often it is eroded: half the width of the widest line.</param>
    public static Tensor<T> Of<T>(Tape<T> tape, Tensor<T> mask, int iterations)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> skeleton = Ridge(tape, mask);
        for (int step = 0; step < iterations; step++)
        {
            mask = Erode(tape, mask);
            Tensor<T> ridge = Ridge(tape, mask);
            Tensor<T> rest = tape.Subtract(ridge, tape.Multiply(skeleton, ridge));
            skeleton = tape.Add(skeleton, tape.Activate(rest, Activation.Relu));
        }

        return skeleton;
    }

    /// <summary>What an opening takes away.</summary>
    private static Tensor<T> Ridge<T>(Tape<T> tape, Tensor<T> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> opened = tape.MaxPool(Erode(tape, mask), new Window(3) { Padding = 1 });
        return tape.Activate(tape.Subtract(mask, opened), Activation.Relu);
    }

    private static Tensor<T> Erode<T>(Tape<T> tape, Tensor<T> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> turned = tape.Negate(mask);
        Tensor<T> columns = tape.MaxPool(turned, new Window(3, 1) { PaddingHeight = 1 });
        Tensor<T> rows = tape.MaxPool(turned, new Window(1, 3) { PaddingWidth = 1 });
        return tape.Negate(tape.Maximum(columns, rows));
    }
}
