using System.Numerics;

namespace Lossary.Numerics;

/// <content>The gradients of weights and bias.</content>
public static unsafe partial class Convolution
{
    /// <summary>How many numbers <see cref="WeightGradient"/> needs to work with.</summary>
    /// <param name="shape">The convolution.</param>
    public static int WeightGradientWorkspace<T>(in ConvolutionShape shape) where T : unmanaged
    {
        WeightGradientPlan<T> plan = WeightGradientPlan<T>.Of(in shape, LaneWidth<T>());
        return checked(plan.Parts * plan.PartLength);
    }

    /// <summary>The gradients with respect to the weights, and to the bias.</summary>
    /// <param name="shape">The extents.</param>
    /// <param name="input">Shape <c>[batch, height, width, inputs]</c>.</param>
    /// <param name="upstream">The gradient of the output, <c>[batch, output height, output width, outputs]</c>.</param>
    /// <param name="weights">
    /// Receives <c>[kernel height, kernel width, inputs / groups, outputs]</c>; or empty.
    /// </param>
    /// <param name="bias">Receives <c>[outputs]</c>; or empty.</param>
    /// <param name="workspace">At least <see cref="WeightGradientWorkspace"/> numbers.</param>
    /// <param name="accumulateWeights">True to add to what weights holds.</param>
    /// <param name="accumulateBias">True to add to what bias holds.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void WeightGradient<T>(
        in ConvolutionShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> weights, Span<T> bias,
        Span<T> workspace, bool accumulateWeights = false, bool accumulateBias = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(input.Length, shape.InputLength, nameof(input));
        Check(upstream.Length, shape.OutputLength, nameof(upstream));
        Check(weights.Length, weights.IsEmpty ? 0 : shape.WeightLength, nameof(weights));
        CheckBias(bias.Length, shape.Outputs, nameof(bias));
        CheckWorkspace(workspace.Length, WeightGradientWorkspace<T>(shape), nameof(workspace));
        fixed (T* x = input, dy = upstream, dw = weights, db = bias, work = workspace)
        {
            WeightGradientPlan<T> plan = WeightGradientPlan<T>.Of(in shape, LaneWidth<T>());
            plan.Input = x;
            plan.Upstream = dy;
            plan.Workspace = work;
            if (Wide512<T>.IsAccelerated)
            {
                Sum<Wide512<T>, T>(plan, widest: 4, dw, accumulateWeights, db, accumulateBias);
            }
            else if (Wide256<T>.IsAccelerated)
            {
                Sum<Wide256<T>, T>(plan, widest: 2, dw, accumulateWeights, db, accumulateBias);
            }
            else
            {
                Sum<Scalar<T>, T>(plan, widest: 2, dw, accumulateWeights, db, accumulateBias);
            }
        }
    }

    private static void Sum<TLane, T>(
        WeightGradientPlan<T> plan, int widest, T* weights, bool accumulateWeights, T* bias, bool accumulateBias)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        Share(plan.Parts, plan.Shape.Operations, new WeightGradientPass<TLane, T>(plan, widest));
        PartTotals<TLane, T> totals = default;
        totals.Sums = plan.Workspace;
        totals.Parts = plan.Parts;
        totals.PartStep = plan.PartLength;
        totals.SumStride = plan.GroupStride;
        totals.Columns = plan.Shape.GroupOutputs;
        if (weights != null)
        {
            totals.Output = weights;
            totals.Rows = (nint)(plan.SumRows - 1) * plan.Shape.Groups;
            totals.IsAccumulating = accumulateWeights;
            HotLoop.Run(totals);
        }

        if (bias != null)
        {
            totals.Sums = plan.Workspace + ((nint)(plan.SumRows - 1) * plan.RowLength);
            totals.Output = bias;
            totals.Rows = plan.Shape.Groups;
            totals.IsAccumulating = accumulateBias;
            HotLoop.Run(totals);
        }
    }
}
