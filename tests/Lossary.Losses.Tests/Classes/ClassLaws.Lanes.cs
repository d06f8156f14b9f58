using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <content>One formula, many lanes, any number of threads.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Fact]
    public void Double_lanes_agree() => LanesAgree<double>(1e-13);

    [Fact]
    public void Float_lanes_agree() => LanesAgree<float>(3e-6);

    [Fact]
    public void Every_call_of_the_kernels_is_inlined()
    {
        foreach (ClassTrial trial in Kinds())
        {
            trial.Run(Subject);
            trial.Run<TLoss, float>(Subject);
        }

        // Other tests compile other kernels in this process: only what the class kernels alone call is judged.
        string[] own = [typeof(TLoss).Name, "RowExponential", "SmoothedIndex", "SmoothedShares", "ClassRows", "TermAt"];
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => own.Any(name => call.Contains(name, StringComparison.Ordinal)));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    [Fact]
    public void Number_of_threads_does_not_change_a_bit()
    {
        ClassTrial large = ClassTrial.Draw(9000, 33, seed: 6);
        ClassResult alone = Threads.Run(1, () => large.Run(Subject)), together = Threads.Run(4, () => large.Run(Subject));
        Assert.Equal(alone.Totals, together.Totals);
        Assert.Equal(alone.Gradient, together.Gradient);
    }

    private void LanesAgree<T>(double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.IgnoredClass == -100 && t.Mask.Length == 0))
        {
            (double[] values, double[] gradient) = Sweep<Scalar<T>, T>(trial);
            if (Wide256<T>.IsAccelerated)
            {
                (double[] v, double[] g) = Sweep<Wide256<T>, T>(trial);
                Agree(values, v, tolerance, tolerance);
                Agree(gradient, g, tolerance, tolerance);
            }

            if (Wide512<T>.IsAccelerated)
            {
                (double[] v, double[] g) = Sweep<Wide512<T>, T>(trial);
                Agree(values, v, tolerance, tolerance);
                Agree(gradient, g, tolerance, tolerance);
            }
        }
    }

    private unsafe (double[] Values, double[] Gradient) Sweep<TLane, T>(ClassTrial trial)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        static T[] Narrow(double[] numbers) => [.. numbers.Select(T.CreateTruncating)];
        T[] values = new T[trial.Rows], gradient = new T[trial.Scores.Length];
        fixed (T* scores = Narrow(trial.Scores), shares = Narrow(trial.Shares), v = values, g = gradient)
        fixed (T* classWeights = Narrow(trial.ClassWeights), weights = Narrow(trial.Weights))
        fixed (int* targets = trial.Targets)
        {
            SweepIn<TLane, T>(new ClassRows<T>
            {
                Scores = scores,
                Targets = targets,
                Shares = shares,
                ClassWeights = classWeights,
                Weights = weights,
                Values = v,
                Gradient = g,
                Count = trial.Rows,
                Classes = trial.Classes,
                IgnoredClass = trial.IgnoredClass,
                Scale = 0.37,
            });
        }

        return ([.. values.Select(double.CreateTruncating)], [.. gradient.Select(double.CreateTruncating)]);
    }
}
