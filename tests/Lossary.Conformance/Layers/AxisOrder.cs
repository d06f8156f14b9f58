namespace Lossary.Conformance;

/// <summary>Which axis of a case's tensor each axis of the library's tensor is; −1 for one of extent 1 that it adds.</summary>
internal sealed class AxisOrder(int[] axes)
{
    /// <summary>The library's extents.</summary>
    public int[] Shape(int[] golden) => [.. axes.Select(axis => axis < 0 ? 1 : golden[axis])];

    /// <summary>The case's extents.</summary>
    public int[] BackShape(int[] own)
    {
        int[] golden = new int[axes.Count(axis => axis >= 0)];
        for (int i = 0; i < axes.Length; i++)
        {
            if (axes[i] >= 0)
            {
                golden[axes[i]] = own[i];
            }
        }

        return golden;
    }

    /// <summary>A case's numbers in the library's order.</summary>
    public double[] Apply(int[] golden, double[] numbers)
    {
        int[] places = Places(golden);
        return [.. places.Select(place => numbers[place])];
    }

    /// <summary>The library's numbers in the case's order.</summary>
    public double[] Back(int[] own, double[] numbers)
    {
        double[] result = new double[numbers.Length];
        foreach ((int index, int place) in Places(BackShape(own)).Index())
        {
            result[place] = numbers[index];
        }

        return result;
    }

    /// <summary>Where in the case each number of the library's tensor stands.</summary>
    private int[] Places(int[] golden)
    {
        int[] strides = new int[golden.Length];
        int length = 1;
        for (int axis = golden.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = length;
            length *= golden[axis];
        }

        int[] own = Shape(golden), places = new int[length];
        for (int i = 0; i < length; i++)
        {
            int rest = i;
            for (int axis = own.Length - 1; axis >= 0; axis--)
            {
                places[i] += axes[axis] < 0 ? 0 : rest % own[axis] * strides[axes[axis]];
                rest /= own[axis];
            }
        }

        return places;
    }
}
