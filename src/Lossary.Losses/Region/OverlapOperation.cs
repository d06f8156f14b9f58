using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The soft counts of overlap from logits or probabilities in one sweep over the pixels, and their gradient in
/// another.
/// </summary>
/// <remarks>
/// Pixels are summed in chunks of fixed length, and chunks in their order, in double precision: the same bits come out
/// for any number of threads. Of the pixels' number only the probabilities of a softmax are kept, and for a gradient
/// those of a sigmoid.
/// </remarks>
internal static class OverlapOperation
{
    /// <summary>Pixels of one image in a part of the work: microseconds, and within the second cache.</summary>
    public const int ChunkLength = 8192;

    /// <summary>How many sums each class has.</summary>
    private const int Sums = 3;

    /// <summary>The counts, recorded as one operation.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Predictions and targets <c>[n, k, …]</c>, perhaps which pixels count <c>[n, …]</c>.</param>
    /// <param name="options">What the predictions are, and whether the batch is pooled.</param>
    /// <param name="isSquared">True to sum p² and t² in the place of p and t.</param>
    public static Overlap<T> Compute<T>(Tape<T> tape, LossInputs<T> inputs, RegionOptions options, bool isSquared)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = inputs["prediction"];
        RegionInputs.Check(options, prediction);
        int images = inputs.Extent("n"), classes = inputs.Extent("k"), pixels = RegionInputs.PixelsOf(inputs);
        bool hasSigmoid = !options.FromProbabilities && !options.Softmax;
        OverlapPlan<T> plan = new(images, classes, pixels)
        {
            Prediction = prediction,
            Target = inputs["target"],
            Counts = inputs.Find("counts"),
            Probabilities = options.Softmax ? tape.Rent(prediction.Shape) : prediction,
            Tails = hasSigmoid && tape.IsRecording && prediction.RequiresGradient ? tape.Rent(prediction.Shape) : null,
            HasSigmoid = hasSigmoid,
            HasSoftmax = options.Softmax,
            IsSquared = isSquared,
            IsPooled = options.PerBatch,
        };
        Shape shape = new(options.PerBatch ? int.Min(1, images) : images, classes);
        Tensor<T> output = tape.Rent(new Shape(Sums, shape.Length));
        Fill(plan, output);
        if (tape.TryRecord(output, prediction.RequiresGradient, out OverlapRecord<T>? record))
        {
            record.Plan = plan;
        }

        Tensor<T> Part(int index) => tape.Reshape(tape.Slice(output, 0, index, 1), shape);
        return new(Part(0), Part(1), Part(2));
    }

    private static void Fill<T>(OverlapPlan<T> plan, Tensor<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = plan.Classes * Sums, cells = output.Shape.Length / Sums;
        double[] partial = ArrayPool<double>.Shared.Rent(int.Max(1, plan.Parts * width));
        WorkerPool.Shared.Run(plan.Parts, new ForwardJob<T>(plan, partial));
        double[] totals = ArrayPool<double>.Shared.Rent(int.Max(1, output.Shape.Length));
        Array.Clear(totals);
        for (int part = 0; part < plan.Parts; part++)
        {
            int row = plan.IsPooled ? 0 : plan.ImageOf(part);
            for (int i = 0; i < width; i++)
            {
                totals[(row * width) + i] += partial[(part * width) + i];
            }
        }

        for (int cell = 0; cell < cells; cell++)
        {
            double both = totals[cell * Sums];
            output.Values[cell] = T.CreateTruncating(both);
            output.Values[cells + cell] = T.CreateTruncating(totals[(cell * Sums) + 1] - both);
            output.Values[(2 * cells) + cell] = T.CreateTruncating(totals[(cell * Sums) + 2] - both);
        }

        ArrayPool<double>.Shared.Return(partial);
        ArrayPool<double>.Shared.Return(totals);
    }

    private readonly struct ForwardJob<T>(OverlapPlan<T> plan, double[] partial) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int index)
        {
            if (plan.HasSoftmax)
            {
                plan.RunSoftmax(index);
            }

            for (int k = 0; k < plan.Classes; k++)
            {
                plan.Sum(index, k, partial.AsSpan(((index * plan.Classes) + k) * Sums, Sums));
            }
        }
    }
}

/// <summary>
/// ∂prediction from ∂counts: each pixel's slope by its own number, times those of its image and class.
/// </summary>
internal sealed class OverlapRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public OverlapPlan<T> Plan { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Plan.Prediction.TryTakeGradient(tape, out _, out bool accumulate))
        {
            WorkerPool.Shared.Run(Plan.Parts, new BackwardJob(Plan, Output, accumulate));
        }
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Plan.Prediction);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T> p = Plan.HasSigmoid ? tape.Sigmoid(inputs[0])
            : Plan.HasSoftmax ? tape.Softmax(inputs[0], 1)
            : inputs[0];
        Tensor<T> both = Count(tape, tape.Multiply(p, Plan.Target));
        Tensor<T> predicted = Count(tape, Plan.IsSquared ? tape.Square(p) : p);
        Tensor<T> actual = Count(tape, Plan.IsSquared ? tape.Square(Plan.Target) : Plan.Target);
        return tape.Stack(0, both, tape.Subtract(predicted, both), tape.Subtract(actual, both));
    }

    /// <summary>The sums over those pixels that count, a number for each cell.</summary>
    private Tensor<T> Count(Tape<T> tape, Tensor<T> pixels)
    {
        int images = pixels.Shape[0], cells = Output.Shape.Length / 3;
        int area = pixels.Shape.Length / int.Max(1, images * Plan.Classes);
        Tensor<T> rows = tape.Reshape(pixels, new Shape(images, Plan.Classes, area));
        if (Plan.Counts is not null)
        {
            Tensor<T> nothing = tape.Constant(new Shape(1), [T.Zero]);
            rows = tape.Where(tape.Reshape(Plan.Counts, new Shape(images, 1, area)), rows, nothing);
        }

        return tape.Reshape(Plan.IsPooled ? tape.Sum(rows, [0, 2]) : tape.Sum(rows, [2]), new Shape(cells));
    }

    private readonly struct BackwardJob(OverlapPlan<T> plan, Tensor<T> output, bool accumulate) : IJob
    {
        public void Run(int index) => plan.Slopes(index, output.Gradient, accumulate);
    }
}
