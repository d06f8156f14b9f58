using System.Runtime.CompilerServices;
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

        Assert.Contains(InliningListener.LostInlinings(), lost => lost.Contains(nameof(LeavesACall.Deliberately), StringComparison.Ordinal));
    }

    private readonly struct LeavesACall(double number) : ILoop
    {
        public double Run() => Deliberately(number);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Deliberately(double number) => 2 * number;
    }
}
