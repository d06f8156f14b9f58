using System.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Training.Tests;

/// <summary>What every optimizer owes, whatever its formula.</summary>
public sealed class FusedStepTests
{
    private const int Steps = 3;

    // Above the length from which threads share the work, and no multiple of a lane or a chunk.
    private const int LargeLength = (1 << 18) + 12345;

    public static TheoryData<string> Names => AllOptimizers.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_number_of_threads_takes_the_same_steps(string name)
    {
        float[] alone = Walk<float>(name, LargeLength, threads: 1);
        Assert.Equal(alone, Walk<float>(name, LargeLength, threads: 2));
        Assert.Equal(alone, Walk<float>(name, LargeLength, threads: 3));
        Assert.Equal(alone, Walk<float>(name, LargeLength, threads: 4));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_is_stepped_alike_in_a_lane_at_the_end_and_alone(string name)
    {
        CheckAlone<float>(name);
        CheckAlone<double>(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_walk_near_doubles(string name)
    {
        float[] narrow = Walk<float>(name, 100, threads: 1);
        double[] wide = Walk<double>(name, 100, threads: 1);
        Assert.All(narrow.Zip(wide), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_after_the_first_allocates_nothing(string name)
    {
        float[] parameters = new float[LargeLength], gradients = new float[LargeLength];
        Optimizer<float> optimizer = AllOptimizers.Create<float>(name);
        for (int i = 0; i < 40; i++)
        {
            optimizer.Step(parameters, gradients);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        optimizer.Step(parameters, gradients);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Climbing_is_descending_the_opposite_slope(string name)
    {
        float[] up = [1, -2, 3], down = [1, -2, 3];
        float[] gradient = [0.5f, 0.25f, -1], opposite = [-0.5f, -0.25f, 1];
        AllOptimizers.Create<float>(name, climbs: true).Step(up, gradient);
        AllOptimizers.Create<float>(name).Step(down, opposite);
        Assert.Equal(down, up);
    }

    [Fact]
    public void A_centered_spread_that_rounding_makes_negative_counts_as_0()
    {
        // The variance of a constant gradient is 0 in the limit, and negative in floats now and then.
        RmsProp<float> optimizer = new(1e-9) { Centered = true, Alpha = 0.5 };
        float[] parameters = new float[50], gradient = [.. Enumerable.Range(1, 50).Select(i => 1 / (3f * i))];
        for (int step = 0; step < 200; step++)
        {
            optimizer.Step(parameters, gradient);
        }

        Assert.All(parameters, parameter => Assert.True(float.IsFinite(parameter)));
    }

    private static void CheckAlone<T>(string name) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] together = Walk<T>(name, 37, threads: 1);
        for (int i = 0; i < together.Length; i++)
        {
            Assert.Equal(together[i], Walk<T>(name, 37, threads: 1, only: i)[0]);
        }
    }

    private static T[] Walk<T>(string name, int length, int threads, int? only = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(length);
        double[] start = Draw(random, length);
        return Threads.Run(threads, () =>
        {
            T[] parameters = Chosen<T>(start, only);
            Optimizer<T> optimizer = AllOptimizers.Create<T>(name);
            for (int step = 0; step < Steps; step++)
            {
                optimizer.Step(parameters, Chosen<T>(Draw(random, length), only));
            }

            return parameters;
        });
    }

    private static double[] Draw(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];

    private static T[] Chosen<T>(double[] numbers, int? only) where T : unmanaged, IFloatingPointIeee754<T> =>
        only is int i ? [T.CreateTruncating(numbers[i])] : [.. numbers.Select(T.CreateTruncating)];
}
