// Times OpenBLAS's matrix products: lines of JSON with microseconds, the median of many calls.
// Build: cc -O2 -o blas blas.c -ldl. Run: OPENBLAS_CORETYPE=SkylakeX ./blas [THREADS [SECONDS]]: the kernels that fit the
// machine best are the reader's to find, since a release knows only the processors that are older than itself.

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROW_MAJOR = 101, PLAIN = 111, TRANSPOSED = 112, FEWEST = 7, MOST = 20000 };

typedef void product(int order, int left, int right, int rows, int columns, int inner, float alpha, const float *a,
                     int row_a, const float *b, int row_b, float beta, float *c, int row_c);

// Both sides name a case rows x inner x columns, and which factor is read transposed: NN, NT, TN.
typedef struct { int rows, inner, columns; char left, right; } shape;

static const shape shapes[] = {
    {256, 256, 256, 'N', 'N'},    {512, 512, 512, 'N', 'N'},     {1024, 1024, 1024, 'N', 'N'},
    {2048, 2048, 2048, 'N', 'N'}, {128, 784, 512, 'N', 'N'},     {128, 784, 512, 'N', 'T'},
    {784, 128, 512, 'T', 'N'},    {128, 512, 784, 'N', 'T'},     {128, 512, 10, 'N', 'N'},
    {128, 512, 10, 'N', 'T'},     {512, 128, 10, 'T', 'N'},      {64, 288, 12544, 'N', 'N'},
    {64, 12544, 288, 'N', 'T'},   {288, 64, 12544, 'T', 'N'},    {64, 128, 512, 'N', 'T'},
    {32, 13, 64, 'N', 'N'},       {32, 64, 32, 'N', 'N'},
};

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int compare(const void *left, const void *right) {
    double x = *(const double *)left, y = *(const double *)right;
    return (x > y) - (x < y);
}

static float *numbers(size_t count) {
    float *memory = aligned_alloc(64, (count * sizeof(float) + 127) / 64 * 64);
    for (size_t i = 0; i < count; i++) {
        memory[i] = (float)(i % 7) * 0.25f - 0.75f;
    }

    return memory;
}

static double median(product *multiply, shape s, double limit) {
    float *a = numbers((size_t)s.rows * s.inner), *b = numbers((size_t)s.inner * s.columns);
    float *c = numbers((size_t)s.rows * s.columns);
    int left = s.left == 'T', right = s.right == 'T';
    static double times[MOST];
    int batch = 1, count = 0, wanted = MOST;
    double started = seconds();
    for (int i = -3; i < wanted; i++) {
        double start = seconds();
        for (int call = 0; call < batch; call++) {
            multiply(ROW_MAJOR, left ? TRANSPOSED : PLAIN, right ? TRANSPOSED : PLAIN, s.rows, s.columns, s.inner, 1, a,
                     left ? s.rows : s.inner, b, right ? s.inner : s.columns, 0, c, s.columns);
        }

        double time = (seconds() - start) / batch;
        if (i < 0) { // Warm-up; a clock's resolution asks for batches of at least 20 microseconds.
            batch = time < 20e-6 ? (int)(20e-6 / time) + 1 : 1;
            started = seconds();
            continue;
        }

        times[count++] = time;
        if (count >= FEWEST && seconds() - started > limit) {
            break;
        }
    }

    qsort(times, (size_t)count, sizeof(double), compare);
    free(a);
    free(b);
    free(c);
    return times[count / 2];
}

int main(int count, char **arguments) {
    void *library = dlopen("libopenblas.so.0", RTLD_NOW);
    if (library == NULL) {
        fprintf(stderr, "blas: %s; on Debian: apt-get install libopenblas0-pthread\n", dlerror());
        return 1;
    }

    product *multiply = (product *)dlsym(library, "cblas_sgemm");
    void (*set_threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
    char *(*core)(void) = (char *(*)(void))dlsym(library, "openblas_get_corename");
    int threads = count > 1 ? atoi(arguments[1]) : 1;
    double limit = count > 2 ? atof(arguments[2]) : 0.5;
    set_threads(threads);
    for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
        shape s = shapes[i];
        double time = median(multiply, s, limit);
        printf("{\"case\":\"%dx%dx%d %c%c, %d thread%s\",\"peer\":%.4g,\"unit\":\"us\",\"gigaflops\":%.1f,\"kernels\":\"%s\"}\n",
               s.rows, s.inner, s.columns, s.left, s.right, threads, threads == 1 ? "" : "s", time * 1e6,
               2e-9 * s.rows * s.inner * s.columns / time, core());
        fflush(stdout);
    }

    return 0;
}
