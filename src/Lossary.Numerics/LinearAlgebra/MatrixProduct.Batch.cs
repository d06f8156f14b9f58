using System.Numerics;

namespace Lossary.Numerics;

/// <content>Many products of one shape, such as an attention's.</content>
public static partial class MatrixProduct
{
    /// <summary>A batch of small products is shared between threads in at most as many parts.</summary>
    private const int MostParts = 16;

    /// <summary>How much workspace a batch of products needs.</summary>
    /// <param name="batch">How many products; not negative.</param>
    /// <param name="left">The first left factor, <c>[rows, inner]</c>.</param>
    /// <param name="right">The first right factor, <c>[inner, columns]</c>.</param>
    /// <returns>A number of elements; often 0 for small products.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the product is too large.</exception>
    public static int BatchWorkspaceLength<T>(int batch, in Matrix<T> left, in Matrix<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        int length = WorkspaceLength(in left, in right);
        return IsShared(in left, in right) ? length : checked(length * Math.Min(batch, MostParts));
    }

    /// <summary>outputᵢ = start + leftᵢ · rightᵢ for each i of a batch.</summary>
    /// <param name="batch">How many products; not negative.</param>
    /// <param name="left">The first left factor, <c>[rows, inner]</c>; its memory holds the others too.</param>
    /// <param name="leftStep">The distance from one left factor to the next; 0 to use one for all.</param>
    /// <param name="right">The first right factor, <c>[inner, columns]</c>; its memory holds the others too.</param>
    /// <param name="rightStep">The distance from one right factor to the next; 0 to use one for all.</param>
    /// <param name="output">The first product, <c>[rows, columns]</c>; its memory holds the others too.</param>
    /// <param name="outputStep">The distance from one product to the next; products do not overlap.</param>
    /// <param name="workspace">At least <see cref="BatchWorkspaceLength"/> elements; what stands in it is lost.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a memory is too short.</exception>
    public static void MultiplyBatch<T>(
        int batch, in Matrix<T> left, int leftStep, in Matrix<T> right, int rightStep, in ProductOutput<T> output,
        int outputStep, Span<T> workspace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leftStep);
        ArgumentOutOfRangeException.ThrowIfNegative(rightStep);
        ArgumentOutOfRangeException.ThrowIfNegative(outputStep);
        int length = BatchWorkspaceLength(batch, in left, in right);
        if (workspace.Length < length)
        {
            throw new ArgumentException(
                $"workspace has {workspace.Length} elements; {batch} products of {left.ToString()} and " +
                $"{right.ToString()} take {length}.",
                nameof(workspace));
        }

        if (batch == 0 || left.Rows == 0 || right.Columns == 0)
        {
            return;
        }

        RequireRoom(nameof(left), batch, left.Values.Length, leftStep, left.Extent);
        RequireRoom(nameof(right), batch, right.Values.Length, rightStep, right.Extent);
        RequireOutput(in output, left.Rows, right.Columns);
        RequireRoom(
            nameof(output), batch, output.Values.Length, outputStep,
            Matrix<T>.LengthOf(left.Rows, right.Columns, output.Stride == 0 ? right.Columns : output.Stride));
        bool isShared = IsShared(in left, in right);
        EvenCut parts = new(batch, isShared ? batch : (batch + MostParts - 1) / MostParts);
        BatchPart<T> job = new()
        {
            Left = left,
            LeftStep = leftStep,
            Right = right,
            RightStep = rightStep,
            Output = output,
            OutputStep = outputStep,
            Workspace = workspace[..length],
            Parts = parts,
        };
        if (isShared || !ProductPlan.IsWorthSharing((long)batch * left.Rows * left.Columns * right.Columns))
        {
            for (int part = 0; part < parts.Count; part++)
            {
                job.Run(part);
            }

            return;
        }

        WorkerPool.Shared.Run(parts.Count, job);
    }

    private static void RequireRoom(string name, int batch, int length, int step, long extent)
    {
        long needed = ((batch - 1L) * step) + extent;
        if (length < needed)
        {
            throw new ArgumentException(
                $"{name} has {length} elements; {batch} matrices, {step} apart, take {needed}.", name);
        }
    }

    /// <summary>True where a single product is worth several threads.</summary>
    private static bool IsShared<T>(in Matrix<T> left, in Matrix<T> right) =>
        ProductPlan.IsWorthSharing((long)left.Rows * left.Columns * right.Columns);

    /// <summary>Some neighbours of a batch, one after the other in one piece of workspace.</summary>
    private ref struct BatchPart<T> : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public Matrix<T> Left;
        public long LeftStep;
        public Matrix<T> Right;
        public long RightStep;
        public ProductOutput<T> Output;
        public long OutputStep;
        public Span<T> Workspace;
        public EvenCut Parts;

        public readonly void Run(int index)
        {
            int length = Workspace.Length / Parts.Count;
            Span<T> workspace = Workspace.Slice(index * length, length);
            for (long item = Parts.Start(index); item < Parts.Start(index + 1); item++)
            {
                Multiply(
                    Left.From(item * LeftStep), Right.From(item * RightStep), Output.From(item * OutputStep),
                    workspace);
            }
        }
    }
}
