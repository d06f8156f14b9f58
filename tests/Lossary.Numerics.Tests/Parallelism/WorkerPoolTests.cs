namespace Lossary.Numerics.Tests;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_part_runs_exactly_once(int degree)
    {
        using WorkerPool pool = new(degree);
        for (int round = 0; round < 300; round++)
        {
            int[] runs = new int[round];
            pool.Run(runs.Length, new Count(runs));

            Assert.All(runs, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Parts_run_after_the_threads_have_gone_to_sleep(int degree)
    {
        using WorkerPool pool = new(degree);
        int[] runs = new int[64];
        for (int round = 1; round <= 20; round++)
        {
            pool.Run(runs.Length, new Count(runs));
            Thread.Sleep(2);

            Assert.All(runs, count => Assert.Equal(round, count));
        }
    }

    [Fact]
    public void Two_threads_work_at_the_same_time()
    {
        using WorkerPool pool = new(2);
        using Barrier meeting = new(2);

        // Neither part ends before the other has begun.
        bool[] met = new bool[2];
        pool.Run(2, part => met[part] = meeting.SignalAndWait(TimeSpan.FromSeconds(30)));

        Assert.Equal([true, true], met);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1, 7)]
    [InlineData(7, 7)]
    [InlineData(8, 7)]
    [InlineData(1000, 7)]
    public void Ranges_cover_every_element_once_and_do_not_depend_on_the_degree(int length, int rangeLength)
    {
        foreach (int degree in (int[])[1, 3])
        {
            using WorkerPool pool = new(degree);
            int[] startOf = new int[length];
            Array.Fill(startOf, -1);
            pool.RunRanges(length, rangeLength, new MarkRange(startOf));

            Assert.Equal(Enumerable.Range(0, length).Select(i => i / rangeLength * rangeLength), startOf);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_exception_of_the_lowest_part_comes_out_and_all_parts_have_run(int degree)
    {
        using WorkerPool pool = new(degree);
        int[] runs = new int[100];

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => pool.Run(runs.Length, part =>
        {
            runs[part]++;
            if (part % 30 == 17)
            {
                throw new InvalidOperationException($"part {part}");
            }
        }));

        Assert.Equal("part 17", error.Message);
        Assert.All(runs, count => Assert.Equal(1, count));
        pool.Run(runs.Length, new Count(runs));
        Assert.All(runs, count => Assert.Equal(2, count));
    }

    [Fact]
    public void A_nested_job_runs_inside_the_part_that_asked_for_it()
    {
        using WorkerPool pool = new(3);
        int[] runs = new int[16 * 16];
        bool[] stayed = new bool[16];
        pool.Run(16, outer =>
        {
            int thread = Environment.CurrentManagedThreadId;
            stayed[outer] = true;
            pool.Run(16, inner =>
            {
                Interlocked.Increment(ref runs[(outer * 16) + inner]);
                stayed[outer] &= thread == Environment.CurrentManagedThreadId;
            });
        });

        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.All(stayed, Assert.True);
    }

    [Fact]
    public void Callers_at_the_same_time_do_not_disturb_each_other()
    {
        using WorkerPool pool = new(3);
        int[][] runs = [.. Enumerable.Range(0, 4).Select(_ => new int[50])];
        Thread[] callers = [.. runs.Select(mine => new Thread(() =>
        {
            for (int round = 0; round < 200; round++)
            {
                pool.Run(mine.Length, new Count(mine));
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());

        Assert.All(runs.SelectMany(mine => mine), count => Assert.Equal(200, count));
    }

    [Fact]
    public void A_struct_job_allocates_nothing()
    {
        using WorkerPool pool = new(3);
        int[] runs = new int[64];
        pool.Run(runs.Length, new Count(runs));
        pool.RunRanges(runs.Length, 8, new MarkRange(runs));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            pool.Run(runs.Length, new Count(runs));
            pool.RunRanges(runs.Length, 8, new MarkRange(runs));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_degree_can_be_changed_between_jobs()
    {
        using WorkerPool pool = new(4);
        int[] runs = new int[40];
        foreach (int degree in (int[])[4, 1, 2, 4])
        {
            pool.Degree = degree;
            pool.Run(runs.Length, new Count(runs));
        }

        Assert.All(runs, count => Assert.Equal(4, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Degree = 0);
    }

    [Fact]
    public void The_environment_variable_sets_the_degree()
    {
        Assert.Equal(Environment.ProcessorCount, WorkerPool.DegreeFrom(null));
        Assert.Equal(3, WorkerPool.DegreeFrom("3"));
        string message = Assert.Throws<InvalidOperationException>(() => WorkerPool.DegreeFrom("many")).Message;
        Assert.Equal("LOSSARY_THREADS is \"many\"; a number of threads is expected, at least 1.", message);
        Assert.Throws<InvalidOperationException>(() => WorkerPool.DegreeFrom("0"));
    }

    [Fact]
    public void A_disposed_pool_refuses_work()
    {
        WorkerPool pool = new(2);
        pool.Run(4, _ => { });
        pool.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pool.Run(1, _ => { }));
    }

    private readonly ref struct Count(Span<int> runs) : IJob
    {
        private readonly Span<int> _runs = runs;

        public void Run(int index) => Interlocked.Increment(ref _runs[index]);
    }

    private readonly struct MarkRange(int[] startOf) : IRangeJob
    {
        public void Run(int start, int count) => startOf.AsSpan(start, count).Fill(start);
    }
}
