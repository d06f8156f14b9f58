using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Padding of images and sequences, for convolutions that want more around an image than zeros.</summary>
public static class PadImageOperation
{
    private const string Name = "PadImage";

    /// <summary>The input with more around it.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">
    /// Images <c>[batch, height, width, channels]</c>, or sequences <c>[batch, time, channels]</c>: images of height 1.
    /// </param>
    /// <param name="mode">What stands there.</param>
    /// <param name="top">Rows above; not negative.</param>
    /// <param name="bottom">Rows below; not negative.</param>
    /// <param name="left">Columns to the left; not negative.</param>
    /// <param name="right">Columns to the right; not negative.</param>
    /// <returns>
    /// Shape <c>[batch, top + height + bottom, left + width + right, channels]</c>, or that of longer sequences.
    /// </returns>
    /// <exception cref="ArgumentException">The image has too few pixels to mirror or to repeat.</exception>
    public static Tensor<T> PadImage<T>(
        this Tape<T> tape, Tensor<T> input, PadMode mode, int top, int bottom, int left, int right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ImageExtents image = ImageExtents.Of(Name, nameof(input), input);
        PadAxis rows = Axis(mode, image.Height, top, bottom, "rows"), columns =
            Axis(mode, image.Width, left, right, "columns");
        if (input.Shape.Rank == 3 && top + bottom > 0)
        {
            ShapeCheck.Fail($"{Name}: input is a sequence {input.Shape}; it has no rows to pad.", nameof(input));
        }

        Tensor<T> output = tape.Rent(
            ImageExtents.Like(input.Shape, rows.PaddedLength, columns.PaddedLength, image.Channels));
        Move(image, rows, columns, input.Values, output.Values, isBack: false);
        if (tape.TryRecord(output, input.RequiresGradient, out PadImageRecord<T>? record))
        {
            record.Input = input;
            record.Rows = rows;
            record.Columns = columns;
        }

        return output;
    }

    /// <summary>
    /// Copies pixels to where they stand in the padded image, or adds what stands there back to them.
    /// </summary>
    internal static void Move<T>(
        ImageExtents image, PadAxis rows, PadAxis columns, Span<T> pixels, Span<T> padded, bool isBack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = image.Channels, place = 0;
        for (int sample = 0; sample < image.Batch; sample++)
        {
            for (int y = 0; y < rows.PaddedLength; y++)
            {
                int row = rows.Source(y);
                for (int x = 0; x < columns.PaddedLength; x++, place += channels)
                {
                    int column = columns.Source(x);
                    Span<T> there = padded.Slice(place, channels);
                    if (row < 0 || column < 0)
                    {
                        if (!isBack)
                        {
                            there.Clear();
                        }

                        continue;
                    }

                    int pixel = (((sample * image.Height) + row) * image.Width) + column;
                    Span<T> here = pixels.Slice(pixel * channels, channels);
                    if (!isBack)
                    {
                        here.CopyTo(there);
                        continue;
                    }

                    for (int channel = 0; channel < channels; channel++)
                    {
                        here[channel] += there[channel];
                    }
                }
            }
        }
    }

    private static PadAxis Axis(PadMode mode, int length, int before, int after, string what)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        int most = mode switch
        {
            PadMode.Reflect => length - 1,
            PadMode.Circular => length,
            _ => int.MaxValue,
        };
        if (Math.Max(before, after) > most)
        {
            throw new ArgumentException(
                $"{Name}: mode {mode} makes at most {most} more of {length} {what} on each side, " +
                $"not {Math.Max(before, after)}.",
                nameof(mode));
        }

        return new PadAxis(mode, length, before, after);
    }
}

/// <summary>Along one axis: where each place of the padded image comes from.</summary>
internal readonly record struct PadAxis(PadMode Mode, int Length, int Before, int After)
{
    public int PaddedLength => Before + Length + After;

    /// <summary>A place in the image; −1 for a zero.</summary>
    public int Source(int padded)
    {
        int place = padded - Before;
        if (place >= 0 && place < Length)
        {
            return place;
        }

        return Mode switch
        {
            PadMode.Reflect => place < 0 ? -place : (2 * (Length - 1)) - place,
            PadMode.Replicate => place < 0 ? 0 : Length - 1,
            PadMode.Circular => place < 0 ? place + Length : place - Length,
            _ => -1,
        };
    }
}

/// <summary>∂input adds up ∂output wherever the pixel stands.</summary>
internal sealed class PadImageRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public PadAxis Rows { get; set; }

    public PadAxis Columns { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            if (!accumulate)
            {
                gradient.Clear();
            }

            ImageExtents image = ImageExtents.Of(Name, nameof(Input), Input);
            PadImageOperation.Move(image, Rows, Columns, gradient, Output.Gradient, isBack: true);
        }
    }
}
