using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

public sealed class HotLoopTests
{
    [Fact]
    public void Run_returns_the_sum_of_its_loop()
    {
        Assert.Equal(42, HotLoop.Run(new LeavesACall(21)));
    }

    [Fact]
    public void The_listener_hears_a_call_that_remains_in_a_loop()
    {
        HotLoop.Run(new LeavesACall(1));

        bool isHeard = SpinWait.SpinUntil(
            () => InliningListener.LostInlinings().Any(lost => lost.Contains(nameof(LeavesACall.Deliberately), StringComparison.Ordinal)),
            TimeSpan.FromSeconds(20));
        Assert.True(isHeard);
    }

    [Fact]
    public void Nothing_else_remains_a_call_in_the_loops_of_the_functions()
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            Assert.False(Wide256<float>.IsAccelerated);
            return;
        }

        RunEveryFunction<float>();
        RunEveryFunction<double>();

        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => !call.Contains(nameof(LeavesACall.Deliberately), StringComparison.Ordinal));

        Assert.True(!lost.Any(), string.Join("\n", lost));
    }

    private static void RunEveryFunction<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        Run<Exponential, T>();
        Run<ExponentialMinusOne, T>();
        Run<NaturalLogarithm, T>();
        Run<LogarithmOfOnePlus, T>();
        Run<HyperbolicTangent, T>();
        Run<LogisticSigmoid, T>();
        Run<LogarithmOfSigmoid, T>();
        Run<SoftPlus, T>();
        Run<ErrorFunction, T>();
        Run<ComplementaryErrorFunction, T>();
        Run<LogarithmOfGamma, T>();
        Run<DigammaFunction, T>();
        Run<TrigammaFunction, T>();
        Run<Power, T>();
    }

    private static void Run<TFunction, T>()
        where TFunction : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[33];
        Elementwise.Apply<TFunction, T>(values, values);
    }

    private readonly struct Power : IRealFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Pow(x, 1.5);
    }

    private readonly struct LeavesACall(double number) : ILoop
    {
        public double Run() => Deliberately(number);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Deliberately(double number) => 2 * number;
    }
}
