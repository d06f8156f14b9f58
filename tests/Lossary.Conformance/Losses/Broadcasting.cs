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
            int rest = i, index = 0, stride = 1;
            for (int axis = 1; axis <= tensor.Shape.Length; axis++)
            {
                int extent = tensor.Shape[^axis], whole = shape[^axis];
                index += extent == 1 ? 0 : rest % whole * stride;
                rest /= whole;
                stride *= extent;
            }

            spread[i] = tensor.Data[index];
        }

        return spread;
    }
}
