using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    internal const int Sums = 3;

    /// <summary>What an image reads and writes has to stay in the second cache to be worked on at one go.</summary>
    private const int CacheLength = 1 << 20;

    /// <summary>The counts, recorded as one operation.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Predictions and targets <c>[n, k, …]</c>, perhaps which pixels count <c>[n, …]</c>.</param>
    /// <param name="options">What the predictions are, and whether the batch is pooled.</param>
    /// <param name="isSquared">True to sum p² and t² in the place of p and t.</param>
    public static Overlap<T> Compute<T>(Tape<T> tape, LossInputs<T> inputs, RegionOptions options, bool isSquared)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Compute(tape, inputs, options, isSquared, default(NoForesight));

    /// <summary>The same; where the gradient can be foreseen it is computed while an image is in the cache.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Predictions and targets <c>[n, k, …]</c>, perhaps which pixels count <c>[n, …]</c>.</param>
    /// <param name="options">What the predictions are, and whether the batch is pooled.</param>
    /// <param name="isSquared">True to sum p² and t² in the place of p and t.</param>
    /// <param name="foresight">What the gradient by the counts will be.</param>
    public static Overlap<T> Compute<T, TForesight>(
        Tape<T> tape, LossInputs<T> inputs, RegionOptions options, bool isSquared, TForesight foresight)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TForesight : struct, IForesight
    {
        Tensor<T> prediction = inputs["prediction"];
        RegionInputs.Check(options, prediction);
        OverlapPlan<T> plan = new(inputs.Extent("n"), inputs.Extent("k"), RegionInputs.PixelsOf(inputs))
        {
            Prediction = prediction,
            Target = inputs["target"],
            Counts = inputs.Find("counts"),
            Probabilities = options.Softmax ? tape.Rent(prediction.Shape) : prediction,
            HasSigmoid = !options.FromProbabilities && !options.Softmax,
            HasSoftmax = options.Softmax,
            IsSquared = isSquared,
            IsPooled = options.PerBatch,
        };
        Shape shape = new(plan.Rows, plan.Classes);
        Tensor<T> output = tape.Rent(new Shape(Sums, shape.Length));
        Fill(tape, plan, output, foresight);
        if (tape.TryRecord(output, prediction.RequiresGradient, out OverlapRecord<T>? record))
        {
            record.Plan = plan;
        }

        Tensor<T> Part(int index) => tape.Reshape(tape.Slice(output, 0, index, 1), shape);
        return new(Part(0), Part(1), Part(2));
    }

    private static void Fill<T, TForesight>(
        Tape<T> tape, OverlapPlan<T> plan, Tensor<T> output, TForesight foresight)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TForesight : struct, IForesight
    {
        Tensor<T> prediction = plan.Prediction;
        bool keeps = tape.IsRecording && prediction.RequiresGradient;
        ArraySegment<T> gradient = keeps && foresight.IsAny && !tape.HasFailedForesight && IsWorthForesight(plan)
            ? prediction.Foresee(plan)
            : default;
        bool foresees = gradient.Count > 0;
        plan.Foreseen = foresees ? tape.RentMemory(output.Shape.Length) : default;
        plan.Tails = !keeps || !plan.HasSigmoid ? default
            : foresees ? gradient
            : tape.RentMemory(prediction.Shape.Length);
        double[] partial = ArrayPool<double>.Shared.Rent(int.Max(1, plan.Parts * plan.Classes * Sums));
        if (foresees)
        {
            WorkerPool.Shared.Run(plan.Rows, new ImageJob<T, TForesight>(plan, partial, output, foresight));
        }
        else
        {
            WorkerPool.Shared.Run(plan.Parts, new ForwardJob<T>(plan, partial));
            for (int row = 0; row < plan.Rows; row++)
            {
                Total(plan, partial, row, output.Values);
            }
        }

        ArrayPool<double>.Shared.Return(partial);
        if (plan.HasOutside)
        {
            InputCheck.CheckDomain(RegionInputs.Target, plan.Target);
        }
    }

    /// <summary>Whether an image stays in the cache, and there are enough of them for all threads.</summary>
    private static bool IsWorthForesight<T>(OverlapPlan<T> plan)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long bytes = 3L * plan.Prediction.Shape.Length / int.Max(1, plan.Rows) * Unsafe.SizeOf<T>();
        return !plan.IsPooled && bytes <= CacheLength && plan.Rows >= 2 * WorkerPool.Shared.Degree;
    }

    /// <summary>Adds up the parts of a row's images, in their order.</summary>
    private static void Total<T>(OverlapPlan<T> plan, double[] partial, int row, Span<T> counts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = plan.IsPooled ? 0 : row * plan.PartsOfImage, cells = plan.Rows * plan.Classes;
        int end = plan.IsPooled ? plan.Parts : first + plan.PartsOfImage;
        for (int k = 0; k < plan.Classes; k++)
        {
            double both = 0, predicted = 0, actual = 0;
            for (int part = first; part < end; part++)
            {
                int at = ((part * plan.Classes) + k) * Sums;
                both += partial[at];
                predicted += partial[at + 1];
                actual += partial[at + 2];
            }

            int cell = (row * plan.Classes) + k;
            counts[cell] = T.CreateTruncating(both);
            counts[cells + cell] = T.CreateTruncating(predicted - both);
            counts[(2 * cells) + cell] = T.CreateTruncating(actual - both);
        }
    }

    /// <summary>An image's counts, and its gradient at once.</summary>
    private readonly struct ImageJob<T, TForesight>(
        OverlapPlan<T> plan, double[] partial, Tensor<T> output, TForesight foresight) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TForesight : struct, IForesight
    {
        public void Run(int index)
        {
            int first = index * plan.PartsOfImage, end = first + plan.PartsOfImage;
            ForwardJob<T> forward = new(plan, partial);
            for (int part = first; part < end; part++)
            {
                forward.Run(part);
            }

            Span<T> counts = output.Values, foreseen = plan.Foreseen, slopes = stackalloc T[Sums];
            Total(plan, partial, index, counts);
            int cells = counts.Length / Sums;
            for (int cell = index * plan.Classes; cell < (index + 1) * plan.Classes; cell++)
            {
                foresight.Slopes(counts[cell], counts[cells + cell], counts[(2 * cells) + cell], slopes);
                for (int i = 0; i < Sums; i++)
                {
                    foreseen[(i * cells) + cell] = slopes[i];
                }
            }

            for (int part = end - 1; part >= first; part--)
            {
                plan.Slopes(part, foreseen, accumulates: false);
            }
        }
    }

    /// <summary>The counts of a part, and what is kept of its pixels.</summary>
    internal readonly struct ForwardJob<T>(OverlapPlan<T> plan, double[] partial) : IJob
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
        bool isForeseen = Plan.Foreseen.Count > 0 && Plan.Prediction.IsForeseenBy(Plan)
            && Plan.Foreseen.AsSpan().SequenceEqual(Output.Gradient);
        if (!Plan.Prediction.TryTakeGradient(tape, out _, out bool accumulate) || isForeseen)
        {
            return;
        }

        if (Plan.Foreseen.Count > 0)
        {
            tape.HasFailedForesight = true;
            MakeTails(tape);
        }

        WorkerPool.Shared.Run(Plan.Parts, new BackwardJob(Plan, Output, accumulate));
    }

    /// <summary>Computes again what was not kept, since the gradient was foreseen.</summary>
    private void MakeTails(Tape<T> tape)
    {
        if (Plan.HasSigmoid)
        {
            Plan.Tails = tape.RentMemory(Plan.Prediction.Shape.Length);
            double[] sums = ArrayPool<double>.Shared.Rent(Plan.Parts * Plan.Classes * OverlapOperation.Sums);
            WorkerPool.Shared.Run(Plan.Parts, new OverlapOperation.ForwardJob<T>(Plan, sums));
            ArrayPool<double>.Shared.Return(sums);
        }

        Plan.Foreseen = default;
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
        int images = pixels.Shape[0], cells = Plan.Rows * Plan.Classes;
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
