using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Repeats a smaller tensor over a larger shape, as NumPy and PyTorch do.</summary>
internal static class Broadcasting
{
    /// <summary>The tensor's number for each element of the shape; its last extents stand below the shape's.</summary>
    /// <param name="tensor">Each extent is the shape's, or 1, or missing in front.</param>
    /// <param name="shape">What to fill.</param>
    public static double[] Over(GoldenTensor tensor, int[] shape)
    {
        double[] spread = new double[shape.Aggregate(1, (x, y) => x * y)];
        for (int i = 0; i < spread.Length; i++)
        {
            spread[i] = tensor.Data[IndexOf(i, tensor, shape)];
        }

        return spread;
    }

    /// <summary>The gradient of a tensor that was repeated: the sum over its repetitions.</summary>
    /// <param name="spread">The gradient over the shape.</param>
    /// <param name="tensor">What was repeated.</param>
    /// <param name="shape">What it was repeated over.</param>
    public static double[] Back(double[] spread, GoldenTensor tensor, int[] shape)
    {
        double[] sums = new double[tensor.Data.Length];
        for (int i = 0; i < spread.Length; i++)
        {
            sums[IndexOf(i, tensor, shape)] += spread[i];
        }

        return sums;
    }

    private static int IndexOf(int place, GoldenTensor tensor, int[] shape)
    {
        int rest = place, index = 0, stride = 1;
        for (int axis = 1; axis <= tensor.Shape.Length; axis++)
        {
            int extent = tensor.Shape[^axis], whole = shape[^axis];
            index += extent == 1 ? 0 : rest % whole * stride;
            rest /= whole;
            stride *= extent;
        }

        return index;
    }
}
