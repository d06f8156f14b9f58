using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What each sample's paths are to read, and in how many steps.</summary>
/// <param name="Labels">Class numbers, <c>[n, width]</c>, padded.</param>
/// <param name="Width">How many labels a row has room for.</param>
/// <param name="LabelCounts">How many of each row count, <c>[n]</c>.</param>
/// <param name="StepCounts">How many steps of each sample count, <c>[n]</c>.</param>
/// <param name="Blank">The class that stands for no label.</param>
internal readonly record struct LabelRows(int[] Labels, int Width, int[] LabelCounts, int[] StepCounts, int Blank)
{
    /// <summary>Reads and checks the inputs <c>labels</c>, <c>input-lengths</c> and <c>label-lengths</c>.</summary>
    /// <exception cref="ArgumentException">The blank is no class, or stands among the labels.</exception>
    public static LabelRows Read<T>(Tape<T> tape, LossInputs<T> inputs, int blank)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int samples = inputs.Extent("n"), classes = inputs.Extent("c"), width = inputs.Extent("s");
        if (blank >= classes)
        {
            throw new ArgumentException($"blank is class {blank}, but there are {classes} classes.", nameof(blank));
        }

        LabelRows read = new(
            inputs.Whole(tape, "labels"), width, Lengths(tape, inputs, "label-lengths", samples, width),
            Lengths(tape, inputs, "input-lengths", samples, inputs.Extent("t")), blank);
        for (int sample = 0; sample < samples; sample++)
        {
            int at = read.Of(sample).IndexOf(blank);
            if (at >= 0)
            {
                throw Refusal.Of("labels", $"labels[{sample}, {at}] is {blank}, the blank, which is no label.");
            }
        }

        return read;
    }

    /// <summary>The labels of one sample.</summary>
    public ReadOnlySpan<int> Of(int sample) => Labels.AsSpan(sample * Width, LabelCounts[sample]);

    /// <summary>An optional input of lengths; all of the axis where it is not given.</summary>
    public static int[] Lengths<T>(
        Tape<T> tape, LossInputs<T> inputs, string name, int samples, int whole)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inputs.Find(name) is not null)
        {
            return inputs.Whole(tape, name);
        }

        int[] lengths = tape.RentArray<int>(samples);
        Array.Fill(lengths, whole);
        return lengths;
    }
}
