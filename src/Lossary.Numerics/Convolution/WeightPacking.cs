using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Lays weights out as rows of whole lanes, group by group.</summary>
internal static unsafe class WeightPacking
{
    /// <summary>From one input's weights to the next: the outputs of a group, filled up to whole lanes.</summary>
    public static int Stride(int channels, int lane) => (channels + lane - 1) / lane * lane;

    /// <summary>Copies to <c>[groups][taps][group inputs][stride]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<T>(in ConvolutionShape shape, T* weights, T* packed, int stride) where T : unmanaged
    {
        nint rows = (nint)shape.Window.Taps * shape.GroupInputs;
        nint columns = shape.GroupOutputs, outputs = shape.Outputs;
        for (nint group = 0; group < shape.Groups; group++)
        {
            for (nint row = 0; row < rows; row++)
            {
                T* from = weights + (row * outputs) + (group * columns);
                T* to = packed + (((group * rows) + row) * stride);
                for (nint column = 0; column < stride; column++)
                {
                    to[column] = column < columns ? from[column] : default;
                }
            }
        }
    }

    /// <summary>
    /// Crosses inputs and outputs and turns the taps around: to <c>[groups][taps, last first][group
    /// outputs][stride]</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Turn<T>(in ConvolutionShape shape, T* weights, T* packed, int stride) where T : unmanaged
    {
        nint taps = shape.Window.Taps, inputs = shape.GroupInputs, columns = shape.GroupOutputs,
            outputs = shape.Outputs;
        for (nint group = 0; group < shape.Groups; group++)
        {
            for (nint tap = 0; tap < taps; tap++)
            {
                T* from = weights + ((taps - 1 - tap) * inputs * outputs) + (group * columns);
                T* to = packed + (((group * taps) + tap) * columns * stride);
                for (nint column = 0; column < columns; column++)
                {
                    T* row = to + (column * stride);
                    for (nint input = 0; input < stride; input++)
                    {
                        row[input] = input < inputs ? from[(input * outputs) + column] : default;
                    }
                }
            }
        }
    }

    /// <summary>Copies a bias to <c>[groups][stride]</c>.</summary>
    public static void PackBias<T>(T* bias, int groups, int channels, T* packed, int stride) where T : unmanaged
    {
        for (nint group = 0; group < groups; group++)
        {
            for (nint channel = 0; channel < stride; channel++)
            {
                packed[(group * stride) + channel] =
                    channel < channels ? bias[(group * channels) + channel] : default;
            }
        }
    }
}
