using System.Numerics;

namespace Lossary.Numerics;

/// <summary>
/// Convolution of images as neural networks have it, directly on the images: forward, and both gradients.
/// </summary>
/// <remarks>
/// Images are <c>[batch, height, width, channels]</c>, weights <c>[kernel height, kernel width, inputs / groups,
/// outputs]</c>. Work is shared by <see cref="WorkerPool.Shared"/>; the bits do not depend on the number of threads.
/// The caller gives the memory, also a workspace whose contents are arbitrary.
/// </remarks>
public static unsafe partial class Convolution
{
    /// <summary>Operations of a pass below which a second thread would cost more than it helps.</summary>
    private const double FewestSharedOperations = 4e6;

    /// <summary>How many numbers <see cref="Forward"/> needs to work with.</summary>
    /// <param name="shape">The convolution.</param>
    public static int ForwardWorkspace<T>(in ConvolutionShape shape) where T : unmanaged
    {
        int stride = WeightPacking.Stride(shape.GroupOutputs, LaneWidth<T>());
        return stride == shape.GroupOutputs
            ? 0
            : checked(shape.Groups * stride * ((shape.Window.Taps * shape.GroupInputs) + 1));
    }

    /// <summary>How many numbers <see cref="InputGradient"/> needs to work with.</summary>
    /// <param name="shape">The convolution.</param>
    public static int InputGradientWorkspace<T>(in ConvolutionShape shape) where T : unmanaged
    {
        int stride = WeightPacking.Stride(shape.GroupInputs, LaneWidth<T>());
        return checked(shape.Groups * stride * ((shape.Window.Taps * shape.GroupOutputs) + 1));
    }

    /// <summary>output = input ∗ weights + bias, and ReLU of it if asked for.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="input">Shape <c>[batch, height, width, inputs]</c>.</param>
    /// <param name="weights">Shape <c>[kernel height, kernel width, inputs / groups, outputs]</c>.</param>
    /// <param name="bias">Shape <c>[outputs]</c>, or empty.</param>
    /// <param name="output">Receives <c>[batch, output height, output width, outputs]</c>; apart from the rest.</param>
    /// <param name="workspace">At least <see cref="ForwardWorkspace"/> numbers.</param>
    /// <param name="rectify">True for max(…, 0).</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void Forward<T>(
        in ConvolutionShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias,
        Span<T> output, Span<T> workspace, bool rectify = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(input.Length, shape.InputLength, nameof(input));
        Check(weights.Length, shape.WeightLength, nameof(weights));
        Check(output.Length, shape.OutputLength, nameof(output));
        CheckBias(bias.Length, shape.Outputs, nameof(bias));
        CheckWorkspace(workspace.Length, ForwardWorkspace<T>(shape), nameof(workspace));
        Window window = shape.Window;
        fixed (T* x = input, w = weights, b = bias, y = output, work = workspace)
        {
            ConvolutionPlan<T> plan = default;
            plan.Rows = TapAxis.Forward(
                shape.Height, shape.OutputHeight, window.Height, window.StrideHeight, window.PaddingHeight,
                window.DilationHeight);
            plan.Columns = TapAxis.Forward(
                shape.Width, shape.OutputWidth, window.Width, window.StrideWidth, window.PaddingWidth,
                window.DilationWidth);
            plan.Input = x;
            plan.InputHeight = shape.Height;
            plan.InputWidth = shape.Width;
            plan.GroupInputs = shape.GroupInputs;
            plan.Output = y;
            plan.GroupOutputs = shape.GroupOutputs;
            plan.Floor = rectify ? T.Zero : T.NegativeInfinity;
            int stride = WeightPacking.Stride(shape.GroupOutputs, LaneWidth<T>());
            if (stride == shape.GroupOutputs)
            {
                plan.Weights = w;
                plan.WeightStride = shape.Outputs;
                plan.GroupWeightStep = stride;
            }
            else
            {
                WeightPacking.Pack(in shape, w, work, stride);
                plan.Weights = work;
                plan.WeightStride = stride;
                plan.GroupWeightStep = window.Taps * shape.GroupInputs * stride;
            }

            T* packedBias = work + (shape.Groups * (nint)window.Taps * shape.GroupInputs * stride);
            Run(ref plan, in shape, b, packedBias);
        }
    }

    /// <summary>
    /// The gradient with respect to the input; and, with a bias, the transposed convolution.
    /// </summary>
    /// <param name="shape">The extents of the convolution.</param>
    /// <param name="upstream">The gradient of its output, <c>[batch, output height, output width, outputs]</c>.</param>
    /// <param name="weights">Shape <c>[kernel height, kernel width, inputs / groups, outputs]</c>.</param>
    /// <param name="bias">Shape <c>[inputs]</c>, or empty, as for a gradient.</param>
    /// <param name="output">Receives <c>[batch, height, width, inputs]</c>; apart from the rest.</param>
    /// <param name="workspace">At least <see cref="InputGradientWorkspace"/> numbers.</param>
    /// <param name="accumulate">True to add to what the output holds; then there must be no bias.</param>
    /// <param name="rectify">True for max(…, 0).</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void InputGradient<T>(
        in ConvolutionShape shape, ReadOnlySpan<T> upstream, ReadOnlySpan<T> weights, ReadOnlySpan<T> bias,
        Span<T> output, Span<T> workspace, bool accumulate = false, bool rectify = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(upstream.Length, shape.OutputLength, nameof(upstream));
        Check(weights.Length, shape.WeightLength, nameof(weights));
        Check(output.Length, shape.InputLength, nameof(output));
        CheckBias(bias.Length, accumulate ? 0 : shape.Inputs, nameof(bias));
        CheckWorkspace(workspace.Length, InputGradientWorkspace<T>(shape), nameof(workspace));
        Window window = shape.Window;
        fixed (T* dy = upstream, w = weights, b = bias, dx = output, work = workspace)
        {
            ConvolutionPlan<T> plan = default;
            plan.Rows = TapAxis.Backward(
                shape.Height, shape.OutputHeight, window.Height, window.StrideHeight, window.PaddingHeight,
                window.DilationHeight);
            plan.Columns = TapAxis.Backward(
                shape.Width, shape.OutputWidth, window.Width, window.StrideWidth, window.PaddingWidth,
                window.DilationWidth);
            plan.Input = dy;
            plan.InputHeight = shape.OutputHeight;
            plan.InputWidth = shape.OutputWidth;
            plan.GroupInputs = shape.GroupOutputs;
            plan.Output = dx;
            plan.GroupOutputs = shape.GroupInputs;
            plan.Floor = rectify ? T.Zero : T.NegativeInfinity;
            plan.IsAccumulating = accumulate;
            int stride = WeightPacking.Stride(shape.GroupInputs, LaneWidth<T>());
            WeightPacking.Turn(in shape, w, work, stride);
            plan.Weights = work;
            plan.WeightStride = stride;
            plan.GroupWeightStep = window.Taps * shape.GroupOutputs * stride;
            Run(ref plan, in shape, b, work + (shape.Groups * (nint)plan.GroupWeightStep));
        }
    }

    /// <summary>How many numbers the widest lane of this machine holds.</summary>
    private static int LaneWidth<T>() where T : unmanaged =>
        Wide512<T>.IsAccelerated ? Wide512<T>.Width : Wide256<T>.IsAccelerated ? Wide256<T>.Width : 1;

    private static void Run<T>(ref ConvolutionPlan<T> plan, in ConvolutionShape shape, T* bias, T* packedBias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        plan.Images = shape.Batch;
        plan.Groups = shape.Groups;
        plan.KernelHeight = shape.Window.Height;
        plan.KernelWidth = shape.Window.Width;
        plan.Bias = bias;
        int stride = WeightPacking.Stride(plan.GroupOutputs, LaneWidth<T>());
        plan.GroupBiasStep = stride;
        if (bias != null && stride != plan.GroupOutputs)
        {
            WeightPacking.PackBias(bias, plan.Groups, plan.GroupOutputs, packedBias, stride);
            plan.Bias = packedBias;
        }

        plan.Divide();
        if (Wide512<T>.IsAccelerated)
        {
            Share(plan.Parts, shape.Operations, new ConvolutionPass<Wide512<T>, T>(plan, widest: 4));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            // 16 registers hold 6 × 2 sums, and what feeds them.
            Share(plan.Parts, shape.Operations, new ConvolutionPass<Wide256<T>, T>(plan, widest: 2));
        }
        else
        {
            Share(plan.Parts, shape.Operations, new ConvolutionPass<Scalar<T>, T>(plan, widest: 2));
        }
    }

    /// <summary>Runs a job's parts on all threads where that is worth waking them.</summary>
    private static void Share<TJob>(int parts, double operations, TJob job) where TJob : struct, IJob
    {
        if (operations >= FewestSharedOperations)
        {
            WorkerPool.Shared.Run(parts, job);
            return;
        }

        for (int part = 0; part < parts; part++)
        {
            job.Run(part);
        }
    }

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements, the shape needs {expected}.", name);
        }
    }

    private static void CheckBias(int length, int channels, string name)
    {
        if (length != 0 && length != channels)
        {
            throw new ArgumentException($"{name} has {length} elements, the shape needs {channels}, or none.", name);
        }
    }

    private static void CheckWorkspace(int length, int least, string name)
    {
        if (length < least)
        {
            throw new ArgumentException($"{name} has {length} elements, the shape needs {least}.", name);
        }
    }
}
