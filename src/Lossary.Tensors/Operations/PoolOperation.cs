using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Pooling of images and sequences, each channel by itself.</summary>
public static class PoolOperation
{
    /// <summary>
    /// The largest number that a window sees at each position; the first of equal ones gets the gradient.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">
    /// Images <c>[batch, height, width, channels]</c>, or sequences <c>[batch, time, channels]</c>: images of height 1.
    /// </param>
    /// <param name="window">What is moved; its padding is never the largest.</param>
    /// <param name="roundsUp">True to let a last window reach beyond the image where the stride leaves a rest.</param>
    /// <returns>
    /// Shape <c>[batch, output height, output width, channels]</c>, or <c>[batch, output time, channels]</c>.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> MaxPool<T>(this Tape<T> tape, Tensor<T> input, Window window, bool roundsUp = false)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Maximum(
        "MaxPool", input, Sliding("MaxPool", input, window, roundsUp, countsPadding: false));

    /// <summary>The mean of what a window sees at each position.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Images or sequences.</param>
    /// <param name="window">What is moved.</param>
    /// <param name="roundsUp">True to let a last window reach beyond the image where the stride leaves a rest.</param>
    /// <param name="countsPadding">True where means count padding as zeros; false where they leave it out.</param>
    /// <returns>As <see cref="MaxPool"/>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> AveragePool<T>(
        this Tape<T> tape, Tensor<T> input, Window window, bool roundsUp = false, bool countsPadding = true)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Average(
        "AveragePool", input, Sliding("AveragePool", input, window, roundsUp, countsPadding));

    /// <summary>The largest number of each of as many parts as are asked for, as even as they can be.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Images or sequences.</param>
    /// <param name="height">Rows that come out; 1 for sequences.</param>
    /// <param name="width">Columns that come out; positive.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> AdaptiveMaxPool<T>(this Tape<T> tape, Tensor<T> input, int height, int width)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Maximum(
        "AdaptiveMaxPool", input, Adaptive("AdaptiveMaxPool", input, height, width));

    /// <summary>The mean of each of as many parts as are asked for, as even as they can be.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Images or sequences.</param>
    /// <param name="height">Rows that come out; 1 for sequences.</param>
    /// <param name="width">Columns that come out; positive.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> AdaptiveAveragePool<T>(this Tape<T> tape, Tensor<T> input, int height, int width)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Average(
        "AdaptiveAveragePool", input, Adaptive("AdaptiveAveragePool", input, height, width));

    private static Tensor<T> Maximum<T>(this Tape<T> tape, string name, Tensor<T> input, PoolingShape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        Tensor<T> output = Rent(tape, name, input, shape);
        Pooling.Maximum(in shape, input.Values, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out MaxPoolRecord<T>? record))
        {
            record.Input = input;
            record.Shape = shape;
        }

        return output;
    }

    /// <summary>Each number shared equally by its window: the reverse of an average pool.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">The means' shape.</param>
    /// <param name="shape">The windows.</param>
    /// <param name="extents">The shape of what was averaged.</param>
    internal static Tensor<T> Share<T>(this Tape<T> tape, Tensor<T> input, PoolingShape shape, Shape extents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(extents);
        Pooling.AverageGradient(in shape, input.Values, output.Values, accumulate: false);
        if (tape.TryRecord(output, input.RequiresGradient, out SharePoolRecord<T>? record))
        {
            record.Input = input;
            record.Shape = shape;
        }

        return output;
    }

    /// <summary>The means of windows.</summary>
    internal static Tensor<T> Average<T>(this Tape<T> tape, string name, Tensor<T> input, PoolingShape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        Tensor<T> output = Rent(tape, name, input, shape);
        Pooling.Average(in shape, input.Values, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out AveragePoolRecord<T>? record))
        {
            record.Input = input;
            record.Shape = shape;
        }

        return output;
    }

    private static Tensor<T> Rent<T>(Tape<T> tape, string name, Tensor<T> input, PoolingShape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Shape.Rank == 3 && shape.OutputHeight != 1)
        {
            ShapeCheck.Fail(
                $"{name}: input is a sequence {input.Shape}; {shape.OutputHeight} rows cannot come out of it.",
                nameof(input));
        }

        return tape.Rent(ImageExtents.Like(input.Shape, shape.OutputHeight, shape.OutputWidth, shape.Channels));
    }

    private static PoolingShape Sliding<T>(
        string name, Tensor<T> input, Window window, bool roundsUp, bool countsPadding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImageExtents image = ImageExtents.Of(name, nameof(input), input);
        try
        {
            return PoolingShape.Sliding(
                image.Batch, image.Height, image.Width, image.Channels, window, roundsUp, countsPadding);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{name}: {ShapeCheck.Reason(exception)}", exception.ParamName, exception);
        }
    }

    private static PoolingShape Adaptive<T>(string name, Tensor<T> input, int height, int width)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImageExtents image = ImageExtents.Of(name, nameof(input), input);
        return PoolingShape.Adaptive(image.Batch, image.Height, image.Width, image.Channels, height, width);
    }
}

/// <summary>∂output goes to the first of the largest numbers.</summary>
internal sealed class MaxPoolRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public PoolingShape Shape { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        PoolingShape shape = Shape;
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Pooling.MaximumGradient(
                in shape, Input.Values, Output.Values, Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (!GradientPass<T>.Wants(Input))
        {
            return;
        }

        Tape<T> tape = pass.Tape;
        Shape all = new(Output.Shape.Length), places = new(Input.Shape.Length);
        Tensor<T> winners = tape.Rent(all);
        if (T.CreateTruncating(places.Length) + T.One == T.CreateTruncating(places.Length))
        {
            throw Refusal(); // The places of so many numbers are no whole numbers of the format.
        }

        WriteWinners(winners.Values);
        Tensor<T> gradient = tape.ScatterAdd(tape.Reshape(pass.Upstream, all), winners, places);
        pass.Add(Input, tape.Reshape(gradient, Input.Shape));
    }

    /// <summary>Writes the place that each number of the output is taken from.</summary>
    private void WriteWinners(Span<T> winners)
    {
        PoolingShape shape = Shape;
        for (int i = 0; i < winners.Length; i++)
        {
            (int pixel, int channel) = int.DivRem(i, shape.Channels);
            (int line, int x) = int.DivRem(pixel, shape.OutputWidth);
            (int image, int y) = int.DivRem(line, shape.OutputHeight);
            shape.Rows.At(y, out int top, out int height, out _);
            shape.Columns.At(x, out int left, out int width, out _);
            int place = -1;
            for (int k = 0; k < height * width && place < 0; k++)
            {
                int row = top + (k / width * shape.Rows.Step), column = left + (k % width * shape.Columns.Step);
                int next = (((((image * shape.Height) + row) * shape.Width) + column) * shape.Channels) + channel;
                place = Input.Values[next].Equals(Output.Values[i]) ? next : -1;
            }

            winners[i] = T.CreateTruncating(int.Max(0, place));
        }
    }
}

/// <summary>∂output is shared equally.</summary>
internal sealed class AveragePoolRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public PoolingShape Shape { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        PoolingShape shape = Shape;
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Pooling.AverageGradient(in shape, Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Share(pass.Upstream, Shape, Input.Shape));
        }
    }
}

/// <summary>∂input is the mean of ∂output over the window.</summary>
internal sealed class SharePoolRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public PoolingShape Shape { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        PoolingShape shape = Shape;
        if (!Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        Span<T> means = accumulate ? tape.RentMemory(gradient.Length) : gradient;
        Pooling.Average(in shape, Output.Gradient, means);
        for (int i = 0; accumulate && i < gradient.Length; i++)
        {
            gradient[i] += means[i];
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Reshape(pass.Tape.Average("AveragePool", pass.Upstream, Shape), Input.Shape));
        }
    }
}
