using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Argument checks of layers that know where a step stands.</summary>
internal static class PositionCheck
{
    /// <summary>The sample's shape, if it is <c>[time, width]</c> and not too long.</summary>
    public static Shape Sample(string name, Shape sample, int longest, int width) =>
        sample.Rank == 2 && sample[0] <= longest && sample[1] == width
            ? sample
            : throw new ArgumentException(
                $"The layer {name} takes sequences of at most {longest} rows of {width}, but gets samples of {sample}.",
                nameof(sample));

    /// <summary>How many steps a batch has.</summary>
    public static int Time<T>(string name, Tensor<T> input, int longest, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        return Sample(name, input.Shape.Without(0), longest, width)[0];
    }
}
